import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type FigureByHand } from '#shared/contracts/report-commands.ts'
import { type Id } from '#shared/kernel/id.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { newCaseload, type NewCaseload } from '../../support/new-caseload.ts'
import { comeToReport, organisationUnderContract } from '../../support/reported-organisation.ts'

describe('the ledger of figures that were handed out', () => {
  let vault: NewCaseload

  beforeAll(async () => {
    vault = await newCaseload('2026-02-01')
  }, 30_000)
  afterAll(() => vault.discard())

  const figure = (changes: Partial<FigureByHand> = {}): FigureByHand => ({
    period: wholeYear(2025),
    dimension: 'total',
    categories: [],
    value: 12,
    page: '4',
    ...changes,
  })
  const enter = (organisationId: Id, ...figures: FigureByHand[]) =>
    vault.must('ledger.enter', {
      organisationId,
      recipient: 'Directie en OR',
      document: 'Jaarverslag 2025, versie van voor Luwte',
      handedOverOn: calendarDate('2026-01-15'),
      figures,
    })

  it('lists every figure with its document, recipient and page, and holds together', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 12, from: '2025-01-05', daysApart: 20 })
    const { reportId } = await enter(organisationId, figure())
    await vault.must('report.settle', { organisationId, period: wholeYear(2025), recipient: 'HR' })
    vault = await vault.reopen()
    const { figures, isWhole } = await vault.must('ledger.list', { organisationId })
    expect(isWhole).toBe(true)
    expect(figures[0]).toMatchObject({
      reportId,
      recipient: 'Directie en OR',
      document: 'Jaarverslag 2025, versie van voor Luwte',
      page: '4',
      byHand: true,
      settledOn: '2026-01-15',
      value: 12,
    })
    expect(figures.slice(1).every((one) => !one.byHand && one.recipient === 'HR')).toBe(true)
    expect((await vault.must('ledger.list', { organisationId: null })).figures).toEqual(
      expect.arrayContaining(figures),
    )
  })

  it('lets a report be made beside small figures that are out, and says which they are', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 3, from: '2025-01-05', daysApart: 20 })
    const small = figure({ dimension: 'role', categories: ['professional'], value: 1 })
    const { reportId } = await enter(organisationId, figure({ value: 3 }), small)
    const preview = await vault.must('report.preview', { organisationId, period: wholeYear(2025) })
    expect(preview.fallShort.map((one) => [one.reportId, one.value])).toContainEqual([reportId, 1])
  })

  it('refuses a report that contradicts a figure that is out, naming it', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 12, from: '2025-01-05', daysApart: 20 })
    const { reportId } = await enter(organisationId, figure({ value: 14 }))
    const refused = await vault.ask('report.preview', { organisationId, period: wholeYear(2025) })
    expect(refused).toMatchObject({
      refused: 'earlier-figures-untrue',
      fields: [reportId],
      figures: [{ document: 'Jaarverslag 2025, versie van voor Luwte', value: 14 }],
    })
  })

  it('holds everything that a report made by hand can say, and a report is made beside it', async () => {
    const organisationId = await organisationUnderContract(vault)
    const { id: locationId } = await vault.must('location.save', {
      id: null,
      details: {
        organisationId,
        name: 'De Duinroos',
        lrkNumber: '100000001',
        type: 'KDV',
        address: { street: '', postcode: '', city: 'Nergenshuizen' },
        costCentre: '',
        joinedOn: calendarDate('2024-01-01'),
        leftOn: null,
      },
    })
    await comeToReport(vault, organisationId, {
      count: 20,
      from: '2025-01-05',
      daysApart: 18,
      as: (n) => ({ locationId: n < 7 ? locationId : null }),
    })
    const typed = [
      figure({ period: { year: 2025, half: 'first-half' }, value: 10 }),
      figure({ period: { from: 2024, to: 2025 }, value: 20 }),
      figure({ dimension: 'role', categories: ['professional'], value: { from: 0, to: 9 } }),
      figure({ dimension: 'subject', categories: ['bullying'], value: { from: 0, to: 4 } }),
      figure({ dimension: 'rung', categories: ['escalation'], value: 'hidden' }),
      figure({ dimension: 'outcome', categories: ['open'], value: { from: 10, to: 30 } }),
      figure({ dimension: 'location', categories: [locationId], value: { from: 5, to: 10 } }),
    ]
    await enter(organisationId, ...typed)
    const { figures, isWhole } = await vault.must('ledger.list', { organisationId })
    expect(isWhole).toBe(true)
    expect(figures.map(({ period, value }) => [period, value])).toEqual(
      typed.map(({ period, value }) => [period, value]),
    )
    const { report } = await vault.must('report.preview', { organisationId, period: wholeYear(2025) })
    expect(report.figures.total).toEqual({ shown: 'exact', value: 20 })
  })

  it('refuses a range that the caseload contradicts, naming it', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 12, from: '2025-01-05', daysApart: 20 })
    const { reportId } = await enter(organisationId, figure({ value: { from: 0, to: 4 } }))
    expect(await vault.ask('report.preview', { organisationId, period: wholeYear(2025) })).toMatchObject({
      refused: 'earlier-figures-untrue',
      fields: [reportId],
      figures: [{ value: { from: 0, to: 4 } }],
    })
  })

  it.each([
    ['stands in it twice', [figure(), figure({ value: 13 })], 'figures.1'],
    ['is a range that goes down', [figure({ value: { from: 9, to: 5 } })], 'figures.0.value'],
    [
      'counts by what no report counts by',
      [figure({ dimension: 'age', categories: ['old'] })],
      'figures.0.categories',
    ],
    [
      'counts a group that is unknown',
      [figure({ dimension: 'role', categories: ['chief'] })],
      'figures.0.categories',
    ],
    [
      'counts a location of nobody',
      [figure({ dimension: 'location', categories: ['x'] })],
      'figures.0.categories',
    ],
  ])('refuses a figure that %s, naming the field', async (_, figures, field) => {
    const organisationId = await organisationUnderContract(vault)
    expect(
      await vault.ask('ledger.enter', {
        organisationId,
        recipient: 'HR',
        document: 'Jaarverslag',
        handedOverOn: calendarDate('2026-01-15'),
        figures,
      }),
    ).toEqual({ refused: 'invalid-input', fields: [field] })
  })

  it('refuses a document that nobody can have had yet', async () => {
    const organisationId = await organisationUnderContract(vault)
    expect(
      await vault.ask('ledger.enter', {
        organisationId,
        recipient: 'HR',
        document: 'Jaarverslag',
        handedOverOn: calendarDate('2026-03-01'),
        figures: [figure()],
      }),
    ).toEqual({ refused: 'date-in-future', fields: ['handedOverOn'] })
  })

  it('holds each version that was handed over, and to whom; parts left out, figures the same', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 14, from: '2025-01-05', daysApart: 20 })
    const of = { organisationId, period: wholeYear(2025) }
    const asked = { ...of, audience: 'parent-committee', recipient: 'Centrale oudercommissie' } as const
    expect(await vault.ask('report.handOver', asked)).toEqual({ refused: 'report-not-settled' })
    const narrative = {
      signals: 'Rust.',
      recommendations: [{ text: 'Ga zo door.', owner: 'HR' }],
      followUps: [],
      lookingBack: 'Goed jaar.',
      workPlan: 'Voorlichting.',
    }
    await vault.must('report.saveDraft', { ...of, changes: { narrative } })
    const { report } = await vault.must('report.settle', { ...of, recipient: 'Directie' })
    const version = (await vault.must('report.handOver', asked)).report
    expect(version).toMatchObject({
      audience: 'parent-committee',
      narrative: { signals: '', recommendations: [], lookingBack: '', workPlan: 'Voorlichting.' },
    })
    expect(version.figures).toEqual(report.figures)
    const leftOut = {
      board: [],
      'works-council': ['work-plan' as const],
      'parent-committee': [],
      'supervisory-board': [],
    }
    await vault.must('report.saveDraft', { ...of, changes: { leftOut } })
    expect(await vault.ask('report.saveDraft', { ...of, changes: { leftOut, narrative } })).toEqual({
      refused: 'report-settled',
    })
    const forCouncil = { ...of, audience: 'works-council', recipient: 'OR' } as const
    expect((await vault.must('report.handOver', forCouncil)).report.narrative).toMatchObject({
      signals: 'Rust.',
      workPlan: '',
    })
    const { figures } = await vault.must('ledger.list', { organisationId })
    const documents = new Set(figures.map((one) => `${one.document}: ${one.recipient}`))
    expect([...documents]).toEqual([
      'annual-report: Directie',
      'annual-report-parent-committee: Centrale oudercommissie',
      'annual-report-works-council: OR',
    ])
    expect((await vault.must('report.preview', of)).report).toEqual(report)
  })
})
