import { expect, test } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Entry } from '#shared/casework/entry.ts'
import { type Rung } from '#shared/casework/ladder.ts'
import { idFrom } from '#shared/kernel/id.ts'
import { caseStanding } from '../../../../renderer/features/case-file/case-standing.ts'
import { newEntry } from '../../../../renderer/features/case-file/entry-form.ts'
import { timelineOrder } from '../../../../renderer/features/case-file/timeline-order.ts'

let drawn = 0

function step(rung: Rung, on: string): Entry {
  drawn += 1
  const { channel: _channel, ...fields } = newEntry('intervention', calendarDate(on), '')
  const id = idFrom(new Uint8Array(26).fill(drawn))
  return {
    ...fields,
    kind: 'intervention',
    on: calendarDate(on),
    followUpOn: null,
    rung,
    consent: 'spoken',
    id,
    caseId: id,
    order: drawn,
  }
}

test('marks the highest rung that was taken, also after stepping down again', () => {
  const { rungs } = caseStanding([
    step('mediation', '2026-01-10'),
    step('information-and-advice', '2026-02-10'),
  ])
  expect(rungs.map(({ rung, times, isHighest }) => [rung, times, isHighest])).toEqual([
    ['escalation', 0, false],
    ['mediation', 1, true],
    ['conciliation', 0, false],
    ['information-and-advice', 1, false],
    ['support', 0, false],
  ])
})

test('shows consent for steps outward only, the latest first, and steps beside the ladder apart', () => {
  const standing = caseStanding([
    step('accompaniment', '2026-01-10'),
    step('support', '2026-01-12'),
    step('referral', '2026-02-10'),
  ])
  expect(standing.consents.map(({ rung }) => rung)).toEqual(['referral', 'accompaniment'])
  expect(standing.beside).toEqual([
    { rung: 'referral', times: 1 },
    { rung: 'accompaniment', times: 1 },
  ])
})

test('shows the newest day on top, and on one day what was written last', () => {
  const [first, second, older] = [
    step('support', '2026-02-10'),
    step('conciliation', '2026-02-10'),
    step('support', '2026-01-01'),
  ]
  expect(timelineOrder([first, second, older])).toEqual([second, first, older])
  expect(timelineOrder([second, older, first])).toEqual([second, first, older])
})
