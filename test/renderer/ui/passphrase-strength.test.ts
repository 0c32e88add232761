import { expect, test } from 'vitest'
import { passphraseStrength } from '../../../renderer/ui/secret/passphrase-strength.ts'
import { wrongGroups } from '../../../renderer/ui/secret/wrong-groups.ts'

test.each(['wachtwoord123', 'zomer2026', 'Amsterdam!', 'luwteluwteluwte'])(
  'finds %s too easy to guess',
  (typed) => {
    expect(passphraseStrength(typed, [])).toBe('weak')
  },
)

test('finds six ordinary words strong', () => {
  expect(passphraseStrength('molen dijk kaas fiets regen stoel', [])).toBe('strong')
})

test("finds the advisor's own name with a year too easy", () => {
  expect(passphraseStrength('Proefpersoon1968', ['Proefpersoon'])).toBe('weak')
})

test('names the mistyped groups of a recovery key by their numbers, lowest first', () => {
  expect(wrongGroups(['group-11', 'group-2'])).toEqual([2, 11])
  expect(wrongGroups(['recoveryKey'])).toEqual([])
  expect(wrongGroups(undefined)).toEqual([])
})
