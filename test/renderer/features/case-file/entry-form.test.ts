import { expect, test } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { EntryForm, newEntry } from '../../../../renderer/features/case-file/entry-form.ts'

const today = calendarDate('2026-03-11')

test('keeps of a contact only what a contact has, whatever else was typed', () => {
  const typed = { ...newEntry('contact', today, 'Belde terug.'), participants: 'melder en leidinggevende' }
  expect(EntryForm.parse(typed)).toEqual({
    kind: 'contact',
    on: '2026-03-11',
    channel: 'phone',
    minutes: 30,
    note: 'Belde terug.',
  })
})

test('forgets consent and destination of a step that turned out to go to nobody', () => {
  const typed = {
    ...newEntry('intervention', today, ''),
    rung: 'information-and-advice',
    consent: 'spoken',
    destination: 'hr',
  } as const
  expect(EntryForm.parse(typed)).toMatchObject({ consent: 'not-needed', destination: null })
})

test('says at the field that the minutes are missing', () => {
  const typed = { ...newEntry('contact', today, ''), minutes: Number.NaN }
  const { error } = EntryForm.safeParse(typed)
  expect(error?.issues.map(({ path }) => path)).toEqual([['minutes']])
})
