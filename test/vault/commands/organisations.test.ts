import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import {
  caseDetails,
  copiedCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'

const period = wholeYear(2025)

describe('removing an organisation, and what goes with it', () => {
  let vault: NewCaseload

  beforeEach(async () => {
    vault = await copiedCaseload()
  }, 30_000)
  afterEach(() => vault.discard())

  const save = async (name: string, groupId: Id | null = null, id: Id | null = null) =>
    (await vault.must('organisation.save', { id, details: organisationDetails({ name, groupId }) })).id
  const concern = async () => (await vault.must('group.save', { id: null, name: 'Concern Fantasia' })).id
  const ids = async (table: 'organisations' | 'groups' | 'reports' | 'jointReports') =>
    (await rowsTold(vault, table)).map(({ id }) => id)
  const removedRows = () =>
    vault.events
      .flatMap((event) => (event.event === 'changes' ? event.changes : []))
      .flatMap((change) => change.removed.map((id) => `${change.table} ${id}`))
  const join = (organisationId: Id) =>
    vault.must('location.save', {
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

  it('removes the report that was being written about it, which comes back with it', async () => {
    const id = await save('Kinderopvang Fantasia')
    await vault.must('report.saveDraft', { organisationId: id, period, changes: {} })
    const [report] = await ids('reports')
    vault.events.length = 0
    await vault.must('organisation.remove', { id })
    expect(removedRows()).toContain(`reports ${report}`)
    expect(await ids('reports')).toEqual([])
    expect(await vault.must('undo.last', {})).toMatchObject({ undone: 'organisation.remove' })
    expect(await ids('reports')).toEqual([report])
  })

  it('removes a concern with its last organisation, and not before', async () => {
    const groupId = await concern()
    const one = await save('Kinderopvang Fantasia', groupId)
    const two = await save('Kinderopvang Verzinsel', groupId)
    await vault.must('organisation.remove', { id: one })
    expect(await ids('groups')).toEqual([groupId])
    await vault.must('organisation.remove', { id: two })
    expect(await ids('groups')).toEqual([])
    await vault.must('undo.last', {})
    expect(await ids('groups')).toEqual([groupId])
  })

  it('removes a concern too when its last organisation leaves it', async () => {
    const groupId = await concern()
    const id = await save('Kinderopvang Fantasia', groupId)
    await vault.ask('jointReport.preview', { subject: { kind: 'group', groupId }, period })
    expect(await ids('jointReports')).toHaveLength(1)
    vault.events.length = 0
    await save('Kinderopvang Fantasia', null, id)
    expect(removedRows()).toEqual([`groups ${groupId}`, expect.stringMatching(/^jointReports /)])
    expect(await ids('groups')).toEqual([])
    expect(await ids('jointReports')).toEqual([])
    expect(await vault.must('undo.last', {})).toMatchObject({ undone: 'organisation.save' })
    expect(await ids('groups')).toEqual([groupId])
    expect(await ids('jointReports')).toHaveLength(1)
  })

  it('refuses to remove a location that a figure counts which was entered by hand', async () => {
    const organisationId = await save('Kinderopvang Fantasia')
    const { id } = await join(organisationId)
    const { reportId } = await vault.must('ledger.enter', {
      organisationId,
      recipient: 'Directie',
      document: 'Jaarverslag van voor Luwte',
      handedOverOn: calendarDate('2026-01-15'),
      figures: [{ period, dimension: 'location', categories: [id], value: 12, page: '' }],
    })
    expect(await vault.ask('location.remove', { id })).toEqual({ refused: 'in-use-elsewhere' })
    await vault.must('ledger.remove', { reportId })
    expect(await vault.ask('location.remove', { id })).toEqual({})
  })

  it('makes a new organisation along with its first case, or neither', async () => {
    const details = caseDetails('0'.repeat(26))
    const start = (firstContactOn: string) =>
      vault.ask('case.start', {
        details: { ...details, firstContactOn: calendarDate(firstContactOn) },
        newOrganisation: 'Kinderopvang Nieuw',
        note: 'Eerste gesprek.',
        minutes: 30,
      })
    const before = (await ids('organisations')).length
    expect(await start('2027-01-01')).toMatchObject({ refused: 'date-in-future' })
    expect(await start('2027-01-01')).toMatchObject({ refused: 'date-in-future' })
    expect(await ids('organisations')).toHaveLength(before)
    const started = await start('2026-02-03')
    const made = (await rowsTold(vault, 'organisations')).find(({ name }) => name === 'Kinderopvang Nieuw')
    expect(made).toBeDefined()
    const { caseFile } = await vault.must('case.open', { id: 'id' in started ? started.id : '' })
    expect(caseFile.organisationId).toBe(made?.id)
    expect(await vault.must('undo.last', {})).toMatchObject({ undone: 'case.start' })
    expect(await ids('organisations')).toHaveLength(before)
  })
})
