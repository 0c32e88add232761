import { expect, test } from 'vitest'
import { vaultPart } from '../../../renderer/locale/vault.ts'

test('names the parts of a vault in words that can be read out to a helper', () => {
  expect(vaultPart('header-a')).toBe('Het slot van de kluis, exemplaar A')
  expect(vaultPart('snapshot-0000000003')).toBe('Momentopname 3')
  expect(vaultPart('journal-0000000012')).toBe('Logboek 12')
  expect(vaultPart('state-57')).toBe('Wijziging 57')
})

test('shows no id of a record', () => {
  expect(vaultPart('0123456789abcdefghjkmnpqrs')).toBe('Iets dat je had bewaard')
})
