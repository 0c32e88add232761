import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { caseDetails, newCaseload, type NewCaseload, PRACTICE } from '../../support/new-caseload.ts'
import { comeToReport, organisationUnderContract } from '../../support/reported-organisation.ts'

const FIRST_HALF: ReportPeriod = { year: 2025, half: 'first-half' }
const YEAR: ReportPeriod = { year: 2025, half: null }

describe('reports over halves, years and blocks of years', () => {
  let vault: NewCaseload

  beforeAll(async () => {
    vault = await newCaseload('2026-02-01')
  }, 30_000)
  afterAll(() => vault.discard())

  const settle = async (organisationId: Id, period: ReportPeriod) =>
    (await vault.must('report.settle', { organisationId, period, recipient: 'HR' })).report
  const total = async (organisationId: Id, period: ReportPeriod) =>
    (await vault.must('report.preview', { organisationId, period })).report.figures.total
  const caseOf = async (id: Id) => (await vault.must('case.open', { id })).caseFile

  it('count in a half-year who came in it, and in the year both halves', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 12, from: '2025-02-01', daysApart: 10 })
    await comeToReport(vault, organisationId, { count: 11, from: '2025-08-01', daysApart: 10 })
    expect(await total(organisationId, FIRST_HALF)).toEqual({ shown: 'exact', value: 12 })
    const half = await settle(organisationId, FIRST_HALF)
    expect(half.figures.tables.map(({ dimension }) => dimension)).not.toContain('outcome')
    const year = await settle(organisationId, YEAR)
    expect(year.figures.total).toEqual({ shown: 'exact', value: 23 })
    const block = await vault.must('report.preview', { organisationId, period: { from: 2024, to: 2025 } })
    expect(block.report.figures.total).toEqual({ shown: 'exact', value: 23 })
    expect(block.report.earlierYears).toEqual([])
  })

  it('let a case that comes late count in the first half-year that is still open', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 6, from: '2025-02-01', daysApart: 10 })
    await settle(organisationId, FIRST_HALF)
    const [late] = await comeToReport(vault, organisationId, { count: 1, from: '2025-03-03', daysApart: 1 })
    if (late === undefined) throw new Error('she came')
    expect((await caseOf(late)).countsIn).toBe('2025-2')
    expect(await total(organisationId, YEAR)).toEqual({ shown: 'exact', value: 7 })
    await settle(organisationId, YEAR)
    const [later] = await comeToReport(vault, organisationId, { count: 1, from: '2025-03-04', daysApart: 1 })
    if (later === undefined) throw new Error('she came')
    expect((await caseOf(later)).countsIn).toBe('2026-1')
    const rows = vault.events.flatMap((event) => (event.event === 'changes' ? event.changes : []))
    const row = rows.flatMap(({ put }) => put).find((one) => (one as { id?: Id }).id === later)
    expect(row).toMatchObject({ countsIn: '2026-1', isQuestion: false })
    expect(await total(organisationId, { year: 2026, half: null })).toEqual({ shown: 'exact', value: 1 })
  })

  it('let a case whose first contact moves into a settled half-year count later, and stay where it was otherwise', async () => {
    const organisationId = await organisationUnderContract(vault)
    const [moves] = await comeToReport(vault, organisationId, { count: 1, from: '2025-07-09', daysApart: 1 })
    const [stays] = await comeToReport(vault, organisationId, { count: 1, from: '2025-02-09', daysApart: 1 })
    if (moves === undefined || stays === undefined) throw new Error('they came')
    await settle(organisationId, FIRST_HALF)
    const change = (id: Id, firstContactOn: string) =>
      vault.must('case.change', {
        id,
        details: caseDetails(organisationId, {
          firstContactOn: calendarDate(firstContactOn),
          isQuestion: false,
        }),
      })
    await change(moves, '2025-06-30')
    expect((await caseOf(moves)).countsIn).toBe('2025-2')
    await change(stays, '2025-02-11')
    expect((await caseOf(stays)).countsIn).toBe(null)
    expect(await total(organisationId, YEAR)).toEqual({ shown: 'exact', value: 2 })
  })

  it('keep counting a case as its half-year counted it, whatever is corrected afterwards', async () => {
    const organisationId = await organisationUnderContract(vault)
    const ids = await comeToReport(vault, organisationId, {
      count: 14,
      from: '2025-01-05',
      daysApart: 10,
      as: (n) => ({ subjects: [n < 7 ? 'bullying' : 'workload'], melderRole: 'professional' }),
    })
    const half = await settle(organisationId, FIRST_HALF)
    expect(half.figures.tables.find(({ dimension }) => dimension === 'subject')?.rows).toHaveLength(2)
    const [first] = ids
    if (first === undefined) throw new Error('she came')
    const { countedAs } = await caseOf(first)
    expect(countedAs).toEqual({
      subject: 'bullying',
      role: 'professional',
      locationId: null,
      rung: null,
      outcome: null,
    })
    await vault.must('case.change', {
      id: first,
      details: caseDetails(organisationId, {
        firstContactOn: calendarDate('2025-01-05'),
        subjects: ['workload'],
      }),
    })
    expect((await caseOf(first)).subjects).toEqual(['workload'])
    const year = await settle(organisationId, YEAR)
    expect(year.figures.total).toEqual({ shown: 'exact', value: 14 })
    await vault.must('case.close', {
      id: first,
      closing: { on: calendarDate('2026-02-01'), outcome: 'resolved', aftercare: '' },
    })
    expect((await caseOf(first)).countedAs?.outcome).toBe('open')
    expect(await total(organisationId, { from: 2024, to: 2025 })).toEqual({ shown: 'exact', value: 14 })
  })

  it('count an erased case no more before its half-year is settled, and as it was printed afterwards', async () => {
    const organisationId = await organisationUnderContract(vault)
    const [gone, ...others] = await comeToReport(vault, organisationId, {
      count: 14,
      from: '2025-01-05',
      daysApart: 10,
    })
    const erase = (id: Id | undefined) =>
      vault.must('case.destroy', {
        id: id ?? '',
        reason: 'on-request',
        secret: { recoveryKey: vault.recoveryKey },
      })
    await erase(gone)
    const half = await settle(organisationId, FIRST_HALF)
    expect(half.figures.total).toEqual({ shown: 'exact', value: 13 })
    await erase(others[3])
    const year = await settle(organisationId, YEAR)
    expect(year.figures.total).toEqual({ shown: 'exact', value: 13 })
    expect(await total(organisationId, FIRST_HALF)).toEqual({ shown: 'exact', value: 13 })
  })

  it('count questions about rules as questions, and a melding about rules as a melding', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, {
      count: 3,
      from: '2025-02-01',
      daysApart: 10,
      as: () => ({ subjects: ['collective-agreement'], isQuestion: null }),
    })
    expect(await total(organisationId, YEAR)).toEqual({ shown: 'exact', value: 0 })
    await comeToReport(vault, organisationId, {
      count: 2,
      from: '2025-03-01',
      daysApart: 10,
      as: () => ({ subjects: ['collective-agreement'], isQuestion: false }),
    })
    expect(await total(organisationId, YEAR)).toEqual({ shown: 'exact', value: 2 })
  })

  it('reprint a closed period as it was settled, after a restart and whatever was entered since', async () => {
    const organisationId = await organisationUnderContract(vault)
    const block: ReportPeriod = { from: 2024, to: 2025 }
    await comeToReport(vault, organisationId, { count: 12, from: '2024-03-01', daysApart: 40 })
    const settled = [await settle(organisationId, FIRST_HALF), await settle(organisationId, block)]
    await comeToReport(vault, organisationId, { count: 3, from: '2025-03-01', daysApart: 9 })
    vault = await vault.reopen()
    const again = [FIRST_HALF, block].map((period) =>
      vault.must('report.preview', { organisationId, period }),
    )
    expect((await Promise.all(again)).map(({ report }) => report)).toEqual(settled)
  })

  it('refuse a block of years that overlaps another one in part, naming the earlier report', async () => {
    const organisationId = await organisationUnderContract(vault, { startsOn: calendarDate('2022-01-01') })
    const first = await settle(organisationId, { from: 2023, to: 2024 })
    expect(
      await vault.ask('report.preview', { organisationId, period: { from: 2024, to: 2025 } }),
    ).toMatchObject({ refused: 'periods-overlap-partly', fields: [first.id] })
  })

  it('answer a preview that was overtaken by a newer one with that, and other commands meanwhile', async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 24, from: '2025-01-05', daysApart: 14 })
    vault.events.length = 0
    // Only a preview that keeps nobody waiting can be overtaken: else the newer one would not begin before it is done.
    const older = vault.ask('report.preview', { organisationId, period: YEAR })
    const newer = vault.ask('report.preview', { organisationId, period: YEAR })
    const meanwhile = vault.ask('draft.save', { about: 'new-case', text: 'Intussen.' })
    expect(await older).toEqual({ refused: 'superseded' })
    expect(await meanwhile).toEqual({})
    expect(await newer).toMatchObject({ report: { status: 'draft' } })
    expect(vault.events.some((event) => event.event === 'progress' && event.task === 'report')).toBe(true)
  })

  it('take what an invoice of consults alone tells as known, and bill nothing else on it', async () => {
    await vault.must('practice.save', PRACTICE)
    const organisationId = await organisationUnderContract(vault, { hoursBilling: 'consults-alone' })
    await comeToReport(vault, organisationId, { count: 12, from: '2025-01-05', daysApart: 12 })
    const [note] = await comeToReport(vault, organisationId, { count: 1, from: '2025-02-04', daysApart: 1 })
    await vault.must('entry.save', {
      caseId: note ?? '',
      id: null,
      details: { kind: 'contact', on: calendarDate('2025-02-04'), channel: 'phone', minutes: 45, note: '' },
    })
    await vault.must('activity.save', {
      id: null,
      details: {
        organisationId,
        kind: 'consultation-hr',
        on: calendarDate('2025-03-03'),
        minutes: 90,
        description: 'Overleg',
        withWhom: 'HR',
        reach: null,
        billable: true,
        inReport: true,
        becauseOfCase: false,
      },
    })
    const run = { kind: 'hours', year: 2025, half: 1 } as const
    const { invoice } = await vault.must('invoice.issue', { organisationId, run })
    expect(invoice.lines).toMatchObject([{ kind: 'hours', covers: 'consults', minutes: 45 }])
    const year = await settle(organisationId, YEAR)
    expect(year.figures.total).toEqual({ shown: 'exact', value: 13 })
    expect(year.figures.proof.figures).toBeGreaterThan(0)
  })
})
