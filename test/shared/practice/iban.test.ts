import { describe, expect, it } from 'vitest'
import { compactIban, groupedIban, isIban } from '#shared/practice/iban.ts'

describe('an IBAN', () => {
  it('is taken with spaces and small letters', () => {
    expect(isIban('NL91 ABNA 0417 1643 00')).toBe(true)
    expect(isIban('nl91abna0417164300')).toBe(true)
  })

  it('may be of another country', () => {
    expect(isIban('DE89 3704 0044 0532 0130 00')).toBe(true)
    expect(isIban('BE68 5390 0754 7034')).toBe(true)
  })

  it('is refused when any one digit is mistyped', () => {
    const right = 'NL91ABNA0417164300'
    for (let place = 8; place < right.length; place += 1) {
      const wrong = String((Number(right[place]) + 1) % 10)
      expect(isIban(right.slice(0, place) + wrong + right.slice(place + 1))).toBe(false)
    }
  })

  it('is refused when two neighbouring digits are exchanged', () => {
    expect(isIban('NL91 ABNA 0417 1634 00')).toBe(false)
  })

  it('is refused when it is too short, empty or an old account number', () => {
    expect(isIban('')).toBe(false)
    expect(isIban('417164300')).toBe(false)
    expect(isIban('NL91 ABNA 0417 1643')).toBe(false)
  })

  it('is kept without spaces and printed in groups of four', () => {
    expect(compactIban(' nl91 abna 0417 1643 00 ')).toBe('NL91ABNA0417164300')
    expect(groupedIban('NL91ABNA0417164300')).toBe('NL91 ABNA 0417 1643 00')
  })
})
