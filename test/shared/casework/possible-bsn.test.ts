import { describe, expect, it } from 'vitest'
import { countPossibleBsn } from '#shared/casework/possible-bsn.ts'

// Numbers that pass the elfproef; the first is published as a test number that belongs to nobody.
const BSN = '111222333'
const LRK = '100178376'
const known = new Set([LRK])

describe('a number in a note that may be a burgerservicenummer', () => {
  it.each([
    `bsn ${BSN}`,
    `(${BSN})`,
    `Haar nummer is ${BSN}.`,
    '111 222 333',
    '111.222.333',
    '1112.22.333',
    `\n${BSN}\n`,
    LRK.replace('100178376', '100248640'),
  ])('is pointed out in %j', (note) => {
    expect(countPossibleBsn(note, known)).toBe(1)
  })

  it.each([
    ['the LRK number of a known location', `Locatie ${LRK}`],
    ['nine digits that fail the check', '111222334'],
    ['nine zeros', '000000000'],
    ['a mobile number', '06 12345678 of 0612345678'],
    ['a phone number with that of a country', '+31111222333, +31 111222333 of 0031 111222333'],
    ['an IBAN', 'NL91ABNA0111222333'],
    ['a longer number', `${BSN}0`],
    ['a date and a time', '10-03-2025 09:30'],
    ['nothing', ''],
  ])('is not %s', (_name, note) => {
    expect(countPossibleBsn(note, known)).toBe(0)
  })

  it('is counted each time', () => {
    expect(countPossibleBsn(`${BSN}, ${LRK} en 111.222.333`, known)).toBe(2)
  })
})
