import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupsToPrune, type LedgerLine } from '../../../electron/vault/store/backup/backups-to-prune.ts'

const dateOf = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)

const line = (stateNumber: number, date: string, proven = true): LedgerLine => ({
  fileName: `luwte-00000000-${stateNumber}-${date}.luwte`,
  stateNumber,
  date,
  proven,
})

const left = (lines: LedgerLine[]): LedgerLine[] => {
  const gone = backupsToPrune(lines)
  return lines.filter(({ fileName }) => !gone.includes(fileName))
}

/** Days on which a backup was made, sometimes several on one day, sometimes none for months. */
const days = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 60 })), { maxLength: 120 })
  .map((gaps) => {
    let day = 0
    return gaps.map((gap, index) => line(index + 1, dateOf((day += gap))))
  })

test('after two years of daily backups seven days, four weeks and six months are left', () => {
  const all = Array.from({ length: 730 }, (_, day) => line(day + 1, dateOf(day)))
  expect(left(all).map(({ date }) => date)).toEqual([
    '2027-07-31',
    '2027-08-31',
    '2027-09-30',
    '2027-10-31',
    '2027-11-30',
    '2027-12-12',
    '2027-12-19',
    '2027-12-25',
    '2027-12-26',
    '2027-12-27',
    '2027-12-28',
    '2027-12-29',
    '2027-12-30',
    '2027-12-31',
  ])
})

test('the newest good backup is never removed, whatever the dates say', () => {
  const anyDates = fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.boolean()), { maxLength: 60 })
  fc.assert(
    fc.property(anyDates, (drawn) => {
      const lines = drawn.map(([day, proven], index) => line(index + 1, dateOf(day), proven))
      const newest = lines.filter(({ proven }) => proven).at(-1)
      if (newest) expect(left(lines)).toContain(newest)
      for (const one of lines.filter(({ proven }) => !proven)) expect(left(lines)).toContain(one)
    }),
  )
})

test('at most seventeen are left, and a second look removes nothing more', () => {
  fc.assert(
    fc.property(days, (lines) => {
      const kept = left(lines)
      expect(kept.length).toBeLessThanOrEqual(17)
      expect(backupsToPrune(kept)).toEqual([])
    }),
  )
})

test('removing day by day leaves the same backups as removing all at once', () => {
  fc.assert(
    fc.property(days, (lines) => {
      let kept: LedgerLine[] = []
      for (const one of lines) kept = left([...kept, one])
      expect(kept).toEqual(left(lines))
    }),
  )
})

test('of the latest seven days with a backup, each keeps its newest', () => {
  fc.assert(
    fc.property(days, (lines) => {
      const dates = [...new Set(lines.map(({ date }) => date))].slice(-7)
      for (const date of dates) expect(left(lines)).toContain(lines.filter((one) => one.date === date).at(-1))
    }),
  )
})

test('a clock that stood ten years ahead for a day does not cost the backups made after it', () => {
  const before = [1, 2, 3].map((day) => line(day, dateOf(day)))
  const ahead = line(4, dateOf(3650))
  const after = [5, 6, 7].map((day) => line(day, dateOf(day)))
  expect(left([...before, ahead, ...after])).toEqual([...before, ahead, ...after])
})

test('a backup that did not prove good takes the place of none that did', () => {
  const good = line(1, dateOf(0))
  const bad = line(2, dateOf(0), false)
  expect(backupsToPrune([good, bad])).toEqual([])
  expect(backupsToPrune([good, bad, line(3, dateOf(0))])).toEqual([good.fileName])
})

test('a clock that wanders from start to start costs no backup of before, nor one when it is right again', () => {
  const wandering = ['2031-01-01', '2027-05-01', '2035-02-01', '2029-09-09', '2040-01-01', '2033-03-03']
  const onward = [
    '2027-01-01',
    '2029-01-01',
    '2031-01-01',
    '2033-01-01',
    '2035-01-01',
    '2037-01-01',
    '2039-01-01',
  ]
  for (const wrong of [wandering, onward, ['2000-01-01', '2000-01-01', '2000-01-01']]) {
    const before = left(Array.from({ length: 60 }, (_, day) => line(day + 1, dateOf(day))))
    let all = before
    for (const [index, date] of wrong.entries()) all = left([...all, line(100 + index, date)])
    expect(all).toEqual(expect.arrayContaining(before))
    let right = before
    for (const day of [60, 61, 62, 63]) {
      all = left([...all, line(200 + day, dateOf(day))])
      right = left([...right, line(200 + day, dateOf(day))])
    }
    expect(all).toEqual(expect.arrayContaining(right))
  }
})
