import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate, type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type EntryDetails } from '#shared/casework/entry.ts'
import { type Id } from '#shared/kernel/id.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'

const contact = (changes: Partial<EntryDetails> = {}): EntryDetails =>
  ({
    kind: 'contact',
    on: calendarDate('2026-02-10'),
    channel: 'phone',
    minutes: 20,
    note: 'Teruggebeld.',
    ...changes,
  }) as EntryDetails

describe('casework in an open vault', () => {
  let vault: NewCaseload
  let organisationId: Id

  beforeAll(async () => {
    vault = await newCaseload()
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
  }, 30_000)
  afterAll(() => vault.discard())

  const start = (note = 'Eerste gesprek.', changes = {}) =>
    vault.must('case.start', { details: caseDetails(organisationId, changes), note, minutes: 30 })

  it('starts a case with its first note as a contact of the day of first contact', async () => {
    const { id, reference } = await start('Melder vertelt over de sfeer.')
    const { caseFile, entries } = await vault.must('case.open', { id })
    expect(reference).toMatch(/^[A-Z]{4}-\d\d$/)
    expect(caseFile.closing).toBeNull()
    expect(entries).toMatchObject([
      { kind: 'contact', on: '2026-02-03', note: 'Melder vertelt over de sfeer.' },
    ])
  })

  it('refuses a case without an organisation, and keeps nothing of it', async () => {
    const details = { ...caseDetails(organisationId), organisationId: '' as Id }
    expect(await vault.ask('case.start', { details, note: '', minutes: 30 })).toEqual({
      refused: 'invalid-input',
      fields: ['details.organisationId'],
    })
    const unknown = caseDetails('0'.repeat(26))
    expect(await vault.ask('case.start', { details: unknown, note: '', minutes: 30 })).toEqual({
      refused: 'not-found',
      fields: ['organisationId'],
    })
  })

  it.each([
    ['tomorrow', '2026-03-03', 'date-in-future'],
    ['the year 1900', '1900-01-01', 'date-too-old'],
  ])('refuses a first contact of %s', async (_when, on, refused) => {
    const details = caseDetails(organisationId, { firstContactOn: calendarDate(on) })
    expect(await vault.ask('case.start', { details, note: '', minutes: 30 })).toMatchObject({ refused })
  })

  it('refuses a contact of no minutes and one of 25 hours', async () => {
    const { id: caseId } = await start()
    for (const minutes of [0, 1500]) {
      const answer = await vault.ask('entry.save', { caseId, id: null, details: contact({ minutes }) })
      expect(answer).toMatchObject({ refused: 'invalid-input', fields: ['details.minutes'] })
    }
  })

  it('refuses a day of more than 24 hours over all cases together', async () => {
    const { id: one } = await start()
    const { id: other } = await start()
    const on = calendarDate('2026-02-20')
    await vault.must('entry.save', { caseId: one, id: null, details: contact({ on, minutes: 1000 }) })
    const answer = await vault.ask('entry.save', {
      caseId: other,
      id: null,
      details: contact({ on, minutes: 500 }),
    })
    expect(answer).toEqual({ refused: 'day-too-long', fields: ['minutes'] })
  })

  it('counts a contact on the day to which it was moved, and not at all once it was removed', async () => {
    const { id: caseId } = await start()
    const [on, later] = [calendarDate('2026-02-22'), calendarDate('2026-02-23')]
    const save = (id: Id | null, day: CalendarDate, minutes: number) =>
      vault.ask('entry.save', { caseId, id, details: contact({ on: day, minutes }) })
    const { id } = (await save(null, on, 1000)) as { id: Id }
    expect(await save(id, later, 1000)).toEqual({ id })
    expect(await save(null, on, 1000)).toHaveProperty('id')
    expect(await save(null, later, 500)).toMatchObject({ refused: 'day-too-long' })
    await vault.must('entry.remove', { id })
    expect(await save(null, later, 500)).toHaveProperty('id')
  })

  it('refuses a step outward without the consent of the melder', async () => {
    const { id: caseId } = await start()
    const step = {
      kind: 'intervention',
      on: calendarDate('2026-02-12'),
      rung: 'conciliation',
      minutes: 60,
      participants: 'melder en leidinggevende',
      consent: 'not-needed',
      destination: null,
      outcome: 'pending',
      followUpOn: null,
      note: '',
    } as const
    expect(await vault.ask('entry.save', { caseId, id: null, details: step })).toEqual({
      refused: 'consent-missing',
      fields: ['consent'],
    })
    expect(
      await vault.ask('entry.save', { caseId, id: null, details: { ...step, consent: 'spoken' } }),
    ).toHaveProperty('id')
  })

  it('closes a case, finds it closed after a restart, and opens it again when somebody calls back', async () => {
    const { id } = await start()
    const closing = { on: calendarDate('2026-03-01'), outcome: 'resolved' as const, aftercare: '' }
    await vault.must('case.close', { id, closing })
    expect(await vault.ask('case.close', { id, closing })).toMatchObject({ refused: 'case-closed' })
    vault = await vault.reopen()
    expect((await vault.must('case.open', { id })).caseFile.closing).toEqual(closing)
    await vault.must('case.reopen', { id })
    expect((await vault.must('case.open', { id })).caseFile.closing).toBeNull()
  })

  it('takes the last change back, and the one before that', async () => {
    const { id: caseId } = await start()
    const { id } = await vault.must('entry.save', { caseId, id: null, details: contact() })
    await vault.must('entry.remove', { id })
    expect(await vault.must('undo.last', {})).toEqual({ undone: 'entry.remove', draft: null })
    expect((await vault.must('case.open', { id: caseId })).entries.map((entry) => entry.id)).toContain(id)
    expect(await vault.must('undo.last', {})).toEqual({ undone: 'entry.save', draft: null })
    expect((await vault.must('case.open', { id: caseId })).entries).toHaveLength(1)
  })

  it('keeps what is being typed, and forgets it once it was written down', async () => {
    const { id } = await start()
    await vault.must('draft.save', { about: id, text: 'Half een zin' })
    vault = await vault.reopen()
    expect((await vault.must('case.open', { id })).draft).toBe('Half een zin')
    await vault.must('entry.save', { caseId: id, id: null, details: contact() })
    expect((await vault.must('case.open', { id })).draft).toBe('Half een zin')
    await vault.must('entry.save', { caseId: id, id: null, details: contact(), endsDraft: id })
    expect((await vault.must('case.open', { id })).draft).toBe('')
  })

  it('keeps what is being typed about a case while something older is changed or a conversation is kept there', async () => {
    const { id: caseId } = await start()
    const { id } = await vault.must('entry.save', { caseId, id: null, details: contact() })
    await vault.must('draft.save', { about: caseId, text: 'Half een zin' })
    await vault.must('draft.save', { about: 'conversation', text: 'Belt', inConversation: true })
    await vault.must('entry.save', { caseId, id, details: contact({ minutes: 5 }) })
    const details = contact({ note: 'Belt' })
    await vault.must('entry.save', { caseId, id: null, details, endsDraft: 'conversation' })
    expect((await vault.must('case.open', { id: caseId })).draft).toBe('Half een zin')
    expect(await vault.must('draft.ofConversation', {})).toEqual({ draft: null })
  })

  it('finds a conversation back that was cut short, with the case it belongs to', async () => {
    const { id } = await start()
    await vault.must('draft.save', { about: 'new-case', text: 'Een andere melding' })
    await vault.must('draft.save', { about: id, text: 'Zij vertelt', inConversation: true })
    vault = await vault.reopen()
    expect(await vault.must('draft.ofConversation', {})).toEqual({
      draft: { about: id, text: 'Zij vertelt' },
    })
    await vault.must('draft.save', { about: id, text: '' })
    expect(await vault.must('draft.ofConversation', {})).toEqual({ draft: null })
    expect(await vault.must('draft.open', {})).toEqual({ text: 'Een andere melding' })
  })

  it('keeps entries of one day in the order of writing, also after changing, taking back and starting anew', async () => {
    const { id: caseId } = await start('Een')
    const on = calendarDate('2026-02-03')
    const save = (note: string, id: Id | null = null) =>
      vault.must('entry.save', { caseId, id, details: contact({ on, note }) })
    const notes = async () =>
      (await vault.must('case.open', { id: caseId })).entries.map((entry) => entry.note)
    const { id: two } = await save('Twee')
    const { id: three } = await save('Drie')
    await save('Twee, anders', two)
    expect(await notes()).toEqual(['Een', 'Twee, anders', 'Drie'])
    await vault.must('entry.remove', { id: two })
    await save('Vier')
    await vault.must('undo.last', {})
    await vault.must('undo.last', {})
    expect(await notes()).toEqual(['Een', 'Twee, anders', 'Drie'])
    await vault.must('entry.remove', { id: three })
    await save('Vijf')
    vault = await vault.reopen()
    expect(await notes()).toEqual(['Een', 'Twee, anders', 'Vijf'])
  })

  it('finds a case by a word in a note, by a name and by its reference, also half typed', async () => {
    const { id, reference } = await start('Gesprek over het kinderdagverblijf aan de Überlaan.')
    await vault.must('case.savePersons', {
      id,
      persons: { people: [{ part: 'melder', name: 'Proefpersoon Zeldzaam', reach: '', remark: '' }] },
    })
    for (const query of ['uberlaan', 'Zeldz', reference, reference.slice(0, 4).toLowerCase()])
      expect((await vault.must('case.search', { query })).hits.map((hit) => hit.id)).toContain(id)
    expect((await vault.must('case.search', { query: 'staatnergens' })).hits).toEqual([])
  })

  it('tells the working set of every change in summaries, without a word of the notes', async () => {
    vault.events.length = 0
    await start('Geheim woord in een notitie')
    const told = JSON.stringify(vault.events)
    expect(told).toContain('"table":"cases"')
    expect(told).not.toContain('Geheim woord')
  })

  it('links two cases of one melder and two about one person', async () => {
    const { id: first } = await start()
    const { id: second } = await start('', { sameMelderAs: first, sameAccusedAs: first })
    const one = (await vault.must('case.open', { id: first })).caseFile
    const two = (await vault.must('case.open', { id: second })).caseFile
    expect(two.melderLink).toBe(one.melderLink)
    expect(two.accusedLink).not.toBeNull()
    expect(two.accusedLink).toBe(one.accusedLink)
  })

  it('tells which other cases are of the same melder and about the same person, also after changing details', async () => {
    const { id: first } = await start()
    const { id: second } = await start('', { sameMelderAs: first })
    const { id: third } = await start('', { sameAccusedAs: first })
    await vault.must('case.change', { id: first, details: caseDetails(organisationId, { label: 'Anders' }) })
    expect(await vault.must('case.open', { id: first })).toMatchObject({
      sameMelder: [second],
      sameAccused: [third],
    })
    expect(await vault.must('case.open', { id: second })).toMatchObject({
      sameMelder: [first],
      sameAccused: [],
    })
    const { id: alone } = await start()
    expect(await vault.must('case.open', { id: alone })).toMatchObject({ sameMelder: [], sameAccused: [] })
  })

  it('gives a case a link of its own when it turns out to concern somebody else, and leaves the others linked', async () => {
    const { id: a } = await start()
    const { id: b } = await start('', { sameMelderAs: a, sameAccusedAs: a })
    const { id: c } = await start('', { sameMelderAs: a, sameAccusedAs: a })
    await vault.must('case.unlink', { id: c, which: 'melder' })
    expect(await vault.must('case.open', { id: c })).toMatchObject({
      sameMelder: [],
      sameAccused: [a, b].sort(),
    })
    expect(await vault.must('case.open', { id: a })).toMatchObject({
      sameMelder: [b],
      sameAccused: [b, c].sort(),
    })
    await vault.must('case.unlink', { id: c, which: 'accused' })
    expect(await vault.must('case.open', { id: c })).toMatchObject({ sameMelder: [], sameAccused: [] })
    expect(await vault.ask('case.unlink', { id: c, which: 'accused' })).toEqual({
      refused: 'not-found',
      fields: ['which'],
    })
    await vault.must('undo.last', {})
    expect(await vault.must('case.open', { id: c })).toMatchObject({ sameAccused: [a, b].sort() })
  })

  it('counts somebody once when two links turn out to be one person', async () => {
    const { id: a } = await start()
    const { id: b } = await start('', { sameMelderAs: a, sameAccusedAs: a })
    const { id: c } = await start()
    const { id: d } = await start('', { sameMelderAs: c, sameAccusedAs: c })
    const details = caseDetails(organisationId, { sameMelderAs: c, sameAccusedAs: c })
    await vault.must('case.change', { id: b, details })
    const files = await Promise.all(
      [a, b, c, d].map(async (id) => (await vault.must('case.open', { id })).caseFile),
    )
    expect(new Set(files.map((file) => file.melderLink)).size).toBe(1)
    expect(new Set(files.map((file) => file.accusedLink)).size).toBe(1)
  })

  it('points out a number in a note that may be a burgerservicenummer', async () => {
    const { id } = await start('Nummer 111222333 genoemd.')
    expect((await vault.must('case.open', { id })).possibleBsn).toHaveLength(1)
  })

  it('keeps emoji, right-to-left text and a note of a megabyte as they were typed', async () => {
    const note = `🙂 שלום ${'lang '.repeat(200_000)}`
    const { id } = await start(note)
    vault = await vault.reopen()
    expect((await vault.must('case.open', { id })).entries[0]?.note).toBe(note)
  })
})
