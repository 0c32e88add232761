import { describe, expect, it } from 'vitest'
import { whyNoBreakdown } from '#shared/reports/no-breakdown.ts'

type Printed = Parameters<typeof whyNoBreakdown>[0]

const few = { dimension: 'subject', fate: 'left-out', reason: 'too-few-melders' } as const
const why = (changes: Partial<Printed>) =>
  whyNoBreakdown({
    total: { shown: 'exact', value: 7 },
    threshold: 5,
    tables: [],
    whatWasGivenUp: [few],
    ...changes,
  })
const tableOf = (dimension: string, rows: string[][]) => ({
  dimension,
  rows: rows.map((categories) => ({ categories, value: 12 })),
})

describe('why a report has no breakdown', () => {
  it('is that few came, where the total is printed', () => {
    expect(why({})).toBe('few')
  })

  it('is that nobody came, where that is printed', () => {
    expect(why({ total: { shown: 'exact', value: 0 } })).toBe('nobody')
  })

  it('is that few came whose number is not said, where only a range is printed', () => {
    expect(why({ total: { shown: 'band', from: 0, to: 4 } })).toBe('few-in-a-range')
    expect(why({ total: { shown: 'below', below: 10 }, threshold: 10 })).toBe('few-in-a-range')
  })

  it('is that the number may not be said, where many came', () => {
    expect(why({ total: { shown: 'band', from: 40, to: 60 } })).toBe('number-not-said')
  })

  it('is that none was asked, also where the halves of the year were too small', () => {
    expect(why({ whatWasGivenUp: [] })).toBe('not-asked')
    expect(why({ whatWasGivenUp: [{ ...few, dimension: 'time' }] })).toBe('not-asked')
  })

  it('is none where there is one; a table of one row is no breakdown', () => {
    const total = { shown: 'exact' as const, value: 24 }
    expect(why({ total, tables: [tableOf('subject', [['policy'], ['treatment']])] })).toBeNull()
    expect(why({ total, tables: [tableOf('subject', [['policy', 'treatment']])] })).toBe('few')
  })
})
