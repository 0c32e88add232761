import { describe, expect, it } from 'vitest'
import { hasNumbers } from '../../../../renderer/features/reports/numbers-in-text.ts'

describe('numbers in the text of a report', () => {
  it('are pointed out in digits and in words', () => {
    for (const text of [
      'Van de 7 melders',
      'Drie mensen noemden dat',
      'beide locaties',
      'In 2026 waren er 12',
    ])
      expect(hasNumbers(text)).toBe(true)
  })

  it('are not seen in years, or in words that only look like one', () => {
    for (const text of ['Roosters van 2026', 'Een gesprek hielp', 'de achtergrond', 'vierkant', ''])
      expect(hasNumbers(text)).toBe(false)
  })
})
