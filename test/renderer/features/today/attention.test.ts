import { expect, test } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { attentionIn, endOfWeek } from '../../../../renderer/features/today/attention.ts'
import { caseSummary } from '../../../support/case-summary.ts'

// A Wednesday.
const today = calendarDate('2026-03-11')

test('says what is late, due today, due this week and due later, the most pressing first', () => {
  const due = (day: string) => caseSummary({ followUpOn: calendarDate(day), lastEntryOn: today })
  const [older, yesterday, now, sunday, monday] = [
    due('2026-03-01'),
    due('2026-03-10'),
    due('2026-03-11'),
    due('2026-03-15'),
    due('2026-03-16'),
  ]
  expect(attentionIn([monday, sunday, now, yesterday, older], today)).toEqual({
    late: [older, yesterday],
    dueToday: [now],
    thisWeek: [sunday],
    later: [monday],
    silent: [],
  })
})

test('asks about an open case in which nothing was written for four weeks, and not a day sooner', () => {
  const silent = caseSummary({ lastEntryOn: calendarDate('2026-02-11') })
  const recent = caseSummary({ lastEntryOn: calendarDate('2026-02-12') })
  expect(attentionIn([silent, recent], today).silent).toEqual([silent])
})

test('asks nothing about a closed case', () => {
  const closed = caseSummary({ state: 'closed', followUpOn: calendarDate('2026-03-01') })
  const lists = Object.values(attentionIn([closed], today))
  expect(lists.every((list) => list.length === 0)).toBe(true)
})

test('ends a week on Sunday, which is itself its own last day', () => {
  expect(endOfWeek(today)).toBe('2026-03-15')
  expect(endOfWeek(calendarDate('2026-03-15'))).toBe('2026-03-15')
  expect(endOfWeek(calendarDate('2026-03-16'))).toBe('2026-03-22')
})
