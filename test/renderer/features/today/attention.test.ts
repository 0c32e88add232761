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

// It once asked nothing about any closed case. But the only day that outlives a closing is one that was agreed for
// aftercare, and who forgets to ring then breaks a promise.
test('asks for the aftercare that was agreed in a closed case, on its day', () => {
  const due = (day: string) =>
    caseSummary({ state: 'closed', followUpOn: calendarDate(day), lastEntryOn: calendarDate('2026-01-05') })
  const [late, now] = [due('2026-03-01'), due('2026-03-11')]
  expect(attentionIn([now, late], today)).toMatchObject({ late: [late], dueToday: [now], silent: [] })
})

test('asks nothing else about a closed case, however long ago it was', () => {
  const closed = caseSummary({ state: 'closed', followUpOn: null, lastEntryOn: calendarDate('2025-03-01') })
  const lists = Object.values(attentionIn([closed], today))
  expect(lists.every((list) => list.length === 0)).toBe(true)
})

test('ends a week on Sunday, which is itself its own last day', () => {
  expect(endOfWeek(today)).toBe('2026-03-15')
  expect(endOfWeek(calendarDate('2026-03-15'))).toBe('2026-03-15')
  expect(endOfWeek(calendarDate('2026-03-16'))).toBe('2026-03-22')
})
