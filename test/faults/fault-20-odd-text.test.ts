import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EntryDetails } from '#shared/casework/entry.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { fillWithEntries } from '../support/many-entries.ts'
import { caseDetails, newCaseload, type NewCaseload, organisationDetails } from '../support/new-caseload.ts'
import { ODD_TEXTS } from '../support/odd-texts.ts'

const contact = (note: string): EntryDetails => ({
  kind: 'contact',
  on: calendarDate('2026-02-10'),
  channel: 'phone',
  minutes: 1,
  note,
})

describe('fault 20: a note of 10 MB, 50,000 records, emoji, right-to-left, NUL, lone surrogates', () => {
  let vault: NewCaseload
  let organisationId: Id

  beforeAll(async () => {
    vault = await newCaseload()
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
  })
  afterAll(() => vault.discard())

  const start = async (note: string, label = '') => {
    const details = caseDetails(organisationId, { label })
    return (await vault.must('case.start', { details, note, minutes: 1 })).id
  }
  const notesOf = async (id: Id) => (await vault.must('case.open', { id })).entries.map(({ note }) => note)
  const foundBy = async (query: string) =>
    (await vault.must('case.search', { query })).hits.map(({ id }) => id)

  it.each(ODD_TEXTS)(
    'keeps %s as they were typed, in a note, a draft and a name, and finds them',
    async (_name, odd) => {
      const text = `zwaluw ${odd}`
      const id = await start(text, text)
      await vault.must('draft.save', { about: id, text })
      await vault.must('case.savePersons', {
        id,
        persons: { people: [{ part: 'melder', name: text.slice(0, 100), reach: '', remark: text }] },
      })
      const before = await vault.must('case.open', { id })
      expect(before).toMatchObject({ entries: [{ note: text }], draft: text })
      vault = await vault.reopen()
      expect(await vault.must('case.open', { id })).toEqual(before)
      expect(await foundBy('zwaluw')).toContain(id)
    },
  )

  it('keeps a note of 10 MB letter for letter, finds a word at its end, and has it again after a restart', async () => {
    const filling = `${ODD_TEXTS.map(([, text]) => text).join('\n')}\n`
    const note = `${filling.repeat(Math.ceil(10_000_000 / filling.length)).slice(0, 10_000_000)} slotwoord`
    const id = await start('Kort.')
    await vault.must('draft.save', { about: id, text: note })
    await vault.must('entry.save', { caseId: id, id: null, details: contact(note), endsDraft: id })
    vault = await vault.reopen()
    const [, long = ''] = await notesOf(id)
    expect(long.length).toBe(note.length)
    expect(long === note).toBe(true)
    expect(await foundBy('slotwoord')).toEqual([id])
  })

  it('refuses a note that is longer than a record may be, and keeps nothing of it', async () => {
    const id = await start('Kort.')
    const details = contact('x'.repeat(20_000_001))
    expect(await vault.ask('entry.save', { caseId: id, id: null, details })).toEqual({
      refused: 'invalid-input',
      fields: ['details.note'],
    })
    expect(await notesOf(id)).toEqual(['Kort.'])
  })

  it('opens with 50,000 records, all of them, finds one among them and goes on writing', async () => {
    const id = await start('De eerste.')
    const { last, reopened } = await fillWithEntries(vault, id, 50_000)
    vault = reopened
    vault.events.length = 0
    await vault.must('workingSet.load', {})
    const rows = vault.events.flatMap((event) =>
      event.event === 'changes' ? event.changes.filter(({ table }) => table === 'cases') : [],
    )
    expect(rows.flatMap(({ put }) => put)).toHaveLength(last.cases)
    expect((await foundBy(last.word))[0]).toBe(last.caseId)
    await vault.must('entry.save', { caseId: last.caseId, id: null, details: contact('En nog een.') })
    expect(await notesOf(last.caseId)).toContain('En nog een.')
  })
})
