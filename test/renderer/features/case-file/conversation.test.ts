import { expect, test } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { EntryDetails } from '#shared/casework/entry.ts'
import {
  pauseLeft,
  proposedMinutes,
} from '../../../../renderer/features/case-file/conversation/conversation-length.ts'
import { draftAt, holdsDraft } from '../../../../renderer/features/case-file/conversation/draft-at.ts'
import {
  conversationEntry,
  EndingForm,
} from '../../../../renderer/features/case-file/conversation/ending-form.ts'
import { sampleId } from '../../../shared/sample-caseload.ts'

const MINUTE = 60_000
const caseId = sampleId(1)
const said = { note: 'Zij vertelt.', startedOn: calendarDate('2026-02-03') }

test.each([
  [0, 5],
  [7 * MINUTE, 5],
  [8 * MINUTE, 10],
  [47 * MINUTE + 29_000, 45],
  [48 * MINUTE, 50],
  [48 * 60 * MINUTE, 1440],
])('proposes minutes rounded to five for a conversation of %i milliseconds: %i', (lasted, minutes) => {
  expect(proposedMinutes(lasted)).toBe(minutes)
})

test('lets the idle clock stand still for no more than ninety minutes altogether', () => {
  expect(pauseLeft(0)).toBe(90)
  expect(pauseLeft(60 * MINUTE)).toBe(30)
  expect(pauseLeft(200 * MINUTE)).toBe(0)
})

test('continues what is being typed about the case or new melding on the screen, and else begins empty', () => {
  expect(draftAt(`/casussen/${caseId}`)).toBe(caseId)
  expect(draftAt(`/casussen/${caseId}/gegevens`)).toBe(caseId)
  expect(draftAt('/casussen/nieuw')).toBe('new-case')
  for (const place of ['/vandaag', '/casussen', `/organisaties/${caseId}`, '/casussen/geen-casus'])
    expect(draftAt(place)).toBe('conversation')
})

test('leaves a form about a case as it was filled in, and only moves what is being typed', () => {
  expect(holdsDraft(`/casussen/${caseId}`)).toBe(true)
  expect(holdsDraft('/casussen/nieuw')).toBe(true)
  expect(holdsDraft(`/casussen/${caseId}/gegevens`)).toBe(false)
  expect(holdsDraft('/vandaag')).toBe(false)
})

test('keeps a conversation as a contact of the day it began, and in a closed case as aftercare', () => {
  const how = { channel: 'video', minutes: 25 } as const
  const contact = conversationEntry(said, how, 'open')
  expect(EntryDetails.parse(contact)).toMatchObject({
    kind: 'contact',
    on: '2026-02-03',
    channel: 'video',
    minutes: 25,
    note: 'Zij vertelt.',
  })
  const aftercare = conversationEntry(said, how, 'closed')
  expect(EntryDetails.parse(aftercare)).toMatchObject({
    kind: 'intervention',
    rung: 'aftercare',
    on: '2026-02-03',
    minutes: 25,
    note: 'Zij vertelt.',
  })
})

test('asks of which case a contact is, and of a new melding does not', () => {
  const filled = { caseId: null, channel: 'phone', minutes: 25 }
  const read = EndingForm.safeParse({ ...filled, keepAs: 'contact' })
  expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['caseId', 'case-not-chosen'],
  ])
  expect(EndingForm.safeParse({ ...filled, keepAs: 'new-melding' }).success).toBe(true)
})
