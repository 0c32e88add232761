import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { checksum } from '../../electron/vault/store/crypto/v1/checksum.ts'
import { readRecoveryKey, recoveryKeyText } from '../../electron/vault/store/crypto/v1/recovery-key.ts'
import { loadSodium } from '../../electron/vault/store/crypto/v1/sodium.ts'

beforeAll(loadSodium)

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('a recovery key that was printed reads back, whatever its bits', () => {
  fc.assert(
    fc.property(key, (bytes) => {
      expect(readRecoveryKey(recoveryKeyText(bytes))).toEqual(bytes)
    }),
  )
})

test('small letters, spaces for dashes, no separation at all, and O, I and L for 0 and 1 do no harm', () => {
  fc.assert(
    fc.property(key, (bytes) => {
      const text = recoveryKeyText(bytes)
      const sloppy = text.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readRecoveryKey(sloppy)).toEqual(bytes)
      expect(readRecoveryKey(text.replaceAll('-', '').replaceAll('1', 'i'))).toEqual(bytes)
    }),
  )
})

test('one wrong symbol anywhere is named by its group', () => {
  const place = fc.nat(10 * 7 + 5).filter((at) => at % 7 !== 6)
  fc.assert(
    fc.property(key, place, fc.integer({ min: 1, max: 31 }), (bytes, at, shift) => {
      const text = recoveryKeyText(bytes)
      const other = alphabet.charAt((alphabet.indexOf(text.charAt(at)) + shift) % 32)
      expect(readRecoveryKey(text.slice(0, at) + other + text.slice(at + 1))).toEqual({
        refused: 'wrong-recovery-key',
        groups: [Math.floor(at / 7) + 1],
      })
    }),
  )
})

test('two exchanged symbols and two exchanged groups are named', () => {
  fc.assert(
    fc.property(key, fc.nat(10), fc.nat(4), fc.nat(10), (bytes, group, at, otherGroup) => {
      const groups = recoveryKeyText(bytes).split('-')
      const one = groups[group] ?? ''
      fc.pre(one.charAt(at) !== one.charAt(at + 1) && group !== otherGroup && one !== groups[otherGroup])
      const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2)
      expect(readRecoveryKey(groups.with(group, swapped).join('-'))).toEqual({
        refused: 'wrong-recovery-key',
        groups: [group + 1],
      })
      const exchanged = groups.with(group, groups[otherGroup] ?? '').with(otherGroup, one)
      expect(readRecoveryKey(exchanged.join(' '))).toEqual({
        refused: 'wrong-recovery-key',
        groups: [group + 1, otherGroup + 1].sort((x, y) => x - y),
      })
    }),
  )
})

test('a forgotten symbol spoils its own group alone, and too little or too much is refused', () => {
  const groups = recoveryKeyText(new Uint8Array(32).fill(7)).split('-')
  const short = groups.with(3, (groups[3] ?? '').slice(1)).join('-')
  expect(readRecoveryKey(short)).toEqual({ refused: 'wrong-recovery-key', groups: [4] })
  expect(readRecoveryKey(groups.slice(0, 10).join('-'))).toEqual({
    refused: 'wrong-recovery-key',
    groups: [11],
  })
  expect(readRecoveryKey([...groups, '000000'].join('-'))).toEqual({
    refused: 'wrong-recovery-key',
    groups: [],
  })
  expect(readRecoveryKey('')).toHaveProperty('groups.length', 11)
  expect(readRecoveryKey(groups.with(0, 'UUUUUU').join('-'))).toHaveProperty('groups', [1])
})

test('the example in the specification is written and read as it says there', () => {
  const example = checksum(new TextEncoder().encode('my recovery key'))
  const text = '50Q4M6-AEZ9Z0-BYWCSN-WZVV00-MNF9Q4-P7CQ31-93D75G-FHYXJ0-2A5WKB-KJDE7C-XK7BPA'
  expect(recoveryKeyText(example)).toBe(text)
  expect(readRecoveryKey(text)).toEqual(example)
})
