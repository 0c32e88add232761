import { describe, expect, test } from 'vitest'
import { chosenThreshold, defaultPreset, presetThreshold, printedTotal } from '#shared/statistics/presets.ts'

describe('presets', () => {
  test('starts careful where fewer than fifty people can reach the advisor', () => {
    expect([0, 49, 50, 400].map(defaultPreset)).toEqual(['careful', 'careful', 'ordinary', 'ordinary'])
  })

  test('prints the total as the preset says, zero included', () => {
    const shown = (melders: number) =>
      (['ordinary', 'careful', 'strict'] as const).map((preset) => printedTotal(preset, melders))
    const below = { shown: 'below', below: 10 }
    const exact = (value: number) => ({ shown: 'exact', value })
    expect(shown(0)).toEqual([exact(0), { shown: 'band', from: 0, to: 4 }, below])
    expect(shown(4)).toEqual([exact(4), { shown: 'band', from: 0, to: 4 }, below])
    expect(shown(5)).toEqual([exact(5), { shown: 'band', from: 5, to: 9 }, below])
    expect(shown(9)).toEqual([exact(9), { shown: 'band', from: 5, to: 9 }, below])
    expect(shown(10)).toEqual([exact(10), exact(10), exact(10)])
  })

  test('takes a threshold of 5, or 10 when strict, and lets an engagement choose 3, 5 or 10', () => {
    expect(['ordinary', 'careful', 'strict'].map((preset) => presetThreshold(preset as 'strict'))).toEqual([
      5, 5, 10,
    ])
    expect(chosenThreshold({ preset: 'careful' })).toBe(5)
    expect(chosenThreshold({ preset: 'ordinary', threshold: 10 })).toBe(10)
    expect(
      chosenThreshold({ preset: 'ordinary', threshold: 3, reason: 'agreed with the works council' }),
    ).toBe(3)
  })

  test('refuses a threshold below 3, any other number, and 3 without a reason', () => {
    for (const threshold of [0, 1, 2, 4, 11])
      expect(chosenThreshold({ preset: 'ordinary', threshold, reason: 'because' })).toMatchObject({
        refused: 'threshold-not-allowed',
      })
    for (const reason of [undefined, '', '   '])
      expect(
        chosenThreshold({ preset: 'ordinary', threshold: 3, ...(reason === undefined ? {} : { reason }) }),
      ).toMatchObject({
        refused: 'threshold-needs-reason',
      })
  })
})
