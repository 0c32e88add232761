import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type EntryDetails } from '#shared/casework/entry.ts'
import { type DraftAbout } from '#shared/contracts/draft-about.ts'
import { type Id } from '#shared/kernel/id.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import {
  caseDetails,
  copiedCaseload,
  engagementDetails,
  type NewCaseload,
  organisationDetails,
  PRACTICE,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'

const contact = (note: string): EntryDetails => ({
  kind: 'contact',
  on: calendarDate('2026-02-10'),
  channel: 'phone',
  minutes: 20,
  note,
})

const yearly = { kind: 'yearly', year: 2026 } as const

describe('taking back the last change', () => {
  let vault: NewCaseload
  let organisationId: Id

  beforeEach(async () => {
    vault = await copiedCaseload()
    organisationId = (await vault.must('organisation.save', { id: null, details: organisationDetails() })).id
  }, 30_000)
  afterEach(() => vault.discard())

  const undo = () => vault.ask('undo.last', {})
  const start = async (note = 'Eerste gesprek.') =>
    (await vault.must('case.start', { details: caseDetails(organisationId), note, minutes: 30 })).id
  const type = (about: DraftAbout, text: string) => vault.must('draft.save', { about, text })
  const save = (caseId: Id, note: string, endsDraft: Id | null = null) =>
    vault.must('entry.save', { caseId, id: null, details: contact(note), endsDraft })
  const notes = async (id: Id) => (await vault.must('case.open', { id })).entries.map(({ note }) => note)
  const draft = async (id: Id) => (await vault.must('case.open', { id })).draft
  const ids = async (table: 'organisations' | 'locations' | 'engagements' | 'groups') =>
    (await rowsTold(vault, table)).map(({ id }) => id)
  const join = async () =>
    (
      await vault.must('location.save', {
        id: null,
        details: {
          organisationId,
          name: 'Locatie Proef',
          lrkNumber: LrkNumber.parse('000000001'),
          type: 'KDV',
          address: { street: '', postcode: '', city: 'Nergenshuizen' },
          costCentre: '',
          joinedOn: calendarDate('2024-01-01'),
          leftOn: null,
        },
      })
    ).id
  const enterFigure = (dimension = 'total', categories: string[] = []) =>
    vault.must('ledger.enter', {
      organisationId,
      recipient: 'Directie',
      document: 'Jaarverslag van voor Luwte',
      handedOverOn: calendarDate('2026-01-15'),
      figures: [{ period: wholeYear(2025), dimension, categories, value: 12, page: '' }],
    })

  describe('while something is being typed', () => {
    it('takes the note back that was saved last, though the next one is being typed', async () => {
      const id = await start()
      await type(id, 'Tweede gesprek.')
      await save(id, 'Tweede gesprek.', id)
      await type(id, 'D')
      expect(await undo()).toMatchObject({ undone: 'entry.save' })
      expect(await notes(id)).toEqual(['Eerste gesprek.'])
    })

    it('brings the text of that note back before what is being typed, and loses neither', async () => {
      const id = await start()
      await type(id, 'Tweede gesprek.')
      await save(id, 'Tweede gesprek.', id)
      await type(id, 'Derde')
      expect(await undo()).toMatchObject({
        draft: { about: id, text: 'Tweede gesprek.\n\nDerde', inConversation: false },
      })
      expect(await draft(id)).toBe('Tweede gesprek.\n\nDerde')
      vault = await vault.reopen()
      expect(await draft(id)).toBe('Tweede gesprek.\n\nDerde')
    })

    it('brings the text of a note back to its last letter, which was not kept as a draft any more', async () => {
      const id = await start()
      await type(id, 'Tweede gespr')
      await save(id, 'Tweede gesprek.', id)
      expect(await undo()).toMatchObject({ draft: { about: id, text: 'Tweede gesprek.' } })
      expect(await draft(id)).toBe('Tweede gesprek.')
    })

    it('brings the text of a note back that was saved before any draft was kept', async () => {
      const id = await start()
      await save(id, 'Tweede gesprek.', id)
      await type(id, 'Derde')
      expect(await undo()).toMatchObject({ draft: { about: id, text: 'Tweede gesprek.\n\nDerde' } })
    })

    it('leaves what is being typed elsewhere alone', async () => {
      const id = await start()
      await save(id, 'Tweede gesprek.')
      await type('new-case', 'Er belt iemand anders')
      expect(await undo()).toEqual({ undone: 'entry.save', draft: null })
      expect((await vault.must('draft.open', {})).text).toBe('Er belt iemand anders')
    })

    it('brings a melding back as a draft when the case that it became is taken back', async () => {
      await type('new-case', 'Eerste gesprek.')
      const id = await start()
      await type('new-case', 'Er belt iemand anders')
      expect(await undo()).toMatchObject({ undone: 'case.start' })
      expect(await vault.ask('case.open', { id })).toMatchObject({ refused: 'not-found' })
      expect((await vault.must('draft.open', {})).text).toBe('Eerste gesprek.\n\nEr belt iemand anders')
    })
  })

  describe('of what something rests on', () => {
    it('keeps a case in which a note is being typed, however often it is asked', async () => {
      const id = await start()
      await type(id, 'D')
      for (let times = 0; times < 3; times += 1)
        expect(await undo()).toEqual({ refused: 'undo-leaves-draft' })
      expect(await notes(id)).toEqual(['Eerste gesprek.'])
      expect(await draft(id)).toBe('D')
      await type(id, '')
      expect(await undo()).toMatchObject({ undone: 'case.start' })
    })

    it('never takes a case back before its notes and names, which come back with it', async () => {
      const id = await start()
      await save(id, 'Tweede gesprek.')
      const people = [{ part: 'melder' as const, name: 'Proefpersoon Een', reach: '', remark: '' }]
      await vault.must('case.savePersons', { id, persons: { people } })
      const undone = [await undo(), await undo(), await undo()].map((answer) =>
        'undone' in answer ? answer.undone : answer.refused,
      )
      expect(undone).toEqual(['case.savePersons', 'entry.save', 'case.start'])
    })

    it('keeps location, contract and organisation once an invoice was issued for them', async () => {
      await vault.must('practice.save', PRACTICE)
      await vault.must('engagement.save', engagementDetails(organisationId))
      const location = await join()
      await vault.must('invoice.issue', { organisationId, run: yearly })
      for (let times = 0; times < 4; times += 1)
        expect(await undo()).toEqual({ refused: 'undo-leaves-invoice' })
      expect(await ids('organisations')).toEqual([organisationId])
      expect(await ids('locations')).toEqual([location])
      expect(await ids('engagements')).toHaveLength(1)
    })

    it('keeps the number that an invoice names, though it was another one before', async () => {
      await vault.must('practice.save', PRACTICE)
      await vault.must('engagement.save', engagementDetails(organisationId))
      const id = await join()
      const [location] = await rowsTold(vault, 'locations')
      const { id: _id, ...details } = location ?? expect.fail('no location')
      await vault.must('location.save', {
        id,
        details: { ...details, lrkNumber: LrkNumber.parse('000000002') },
      })
      await vault.must('invoice.issue', { organisationId, run: yearly })
      expect(await undo()).toEqual({ refused: 'undo-leaves-invoice' })
    })

    it('keeps the number after which invoices go on, once one was issued after it', async () => {
      await vault.must('engagement.save', engagementDetails(organisationId))
      await join()
      const numberedElsewhere = { year: 2026, last: 14 }
      await vault.must('practice.save', { ...PRACTICE, numberedElsewhere: { year: 2026, last: 12 } })
      await vault.must('practice.save', { ...PRACTICE, numberedElsewhere })
      await vault.must('invoice.issue', { organisationId, run: yearly })
      expect(await undo()).toEqual({ refused: 'undo-leaves-invoice' })
      expect((await rowsTold(vault, 'practice'))[0]).toMatchObject({ numberedElsewhere })
    })

    it('keeps the hours that an invoice bills, and takes back what was written down after it', async () => {
      await vault.must('practice.save', PRACTICE)
      await vault.must(
        'engagement.save',
        engagementDetails(organisationId, { hoursBilling: 'half-yearly-line' }),
      )
      const id = await start()
      vault = await vault.reopen('2026-07-15')
      await save(id, 'Tweede gesprek.')
      const run = { kind: 'hours', year: 2026, half: 1 } as const
      await vault.must('invoice.issue', { organisationId, run })
      await save(id, 'Derde gesprek.')
      expect(await undo()).toMatchObject({ undone: 'entry.save' })
      expect(await undo()).toEqual({ refused: 'undo-leaves-invoice' })
      expect(await notes(id)).toEqual(['Eerste gesprek.', 'Tweede gesprek.'])
    })

    it('keeps an organisation of which figures were entered by hand', async () => {
      await enterFigure()
      expect(await undo()).toEqual({ refused: 'undo-leaves-figures' })
      expect(await ids('organisations')).toEqual([organisationId])
    })

    it('keeps a location that a figure counts, and takes it back once that figure is gone', async () => {
      const location = await join()
      const { reportId } = await enterFigure('location', [location])
      expect(await undo()).toEqual({ refused: 'undo-leaves-figures' })
      await vault.must('ledger.remove', { reportId })
      expect(await undo()).toMatchObject({ undone: 'location.save' })
    })

    it('keeps the contract and the organisation of which counts were given to a colleague', async () => {
      await vault.must('engagement.save', engagementDetails(organisationId))
      const words = 'woorden die alleen wij twee kennen'
      await vault.must('contribution.seal', { organisationId, period: wholeYear(2025), words })
      expect(await undo()).toEqual({ refused: 'nothing-to-undo' })
      expect(await ids('engagements')).toHaveLength(1)
      expect(await ids('organisations')).toEqual([organisationId])
    })

    it('keeps an organisation of which a report is being written', async () => {
      await vault.must('report.saveDraft', { organisationId, period: wholeYear(2025), changes: {} })
      expect(await undo()).toEqual({ refused: 'undo-leaves-report' })
      expect(await ids('organisations')).toEqual([organisationId])
    })
  })

  it('says that there is nothing only when there is nothing', async () => {
    expect(await undo()).toMatchObject({ undone: 'organisation.save' })
    expect(await undo()).toEqual({ refused: 'nothing-to-undo' })
  })
})
