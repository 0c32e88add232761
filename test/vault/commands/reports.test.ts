import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, calendarDate } from '#shared/calendar/calendar-date.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { SUB_SUBJECTS } from '#shared/casework/subjects.ts'
import { type Id } from '#shared/kernel/id.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { ProtectedReport } from '#shared/statistics/protected-report.ts'
import {
  caseDetails,
  engagementDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'

describe('annual reports from an open vault', () => {
  let vault: NewCaseload

  beforeAll(async () => {
    vault = await newCaseload('2026-02-01')
  }, 30_000)
  afterAll(() => vault.discard())

  /** An organisation with so many melders in 2025, spread over subjects, roles and the year. */
  async function organisationWith(melders: number, changes: Parameters<typeof engagementDetails>[1] = {}) {
    const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
    await vault.must('engagement.save', engagementDetails(id, changes))
    for (let melder = 0; melder < melders; melder += 1) {
      const subject = SUB_SUBJECTS[(melder * 7) % SUB_SUBJECTS.length] ?? 'bullying'
      const melderRole = MELDER_ROLES[(melder * melder) % MELDER_ROLES.length] ?? 'unknown'
      const firstContactOn = addDays(calendarDate('2025-01-05'), (melder * 53) % 355)
      await vault.must('case.start', {
        details: caseDetails(id, { firstContactOn, melderRole, subjects: [subject], isQuestion: false }),
        note: '',
        minutes: 30,
      })
    }
    return id
  }

  const preview = async (organisationId: Id, year = 2025) =>
    (await vault.must('report.preview', { organisationId, period: wholeYear(year) })).report

  it('prints for 3 melders what each preset allows, and no breakdown', async () => {
    const ordinary = await preview(await organisationWith(3))
    expect(ordinary.figures.total).toEqual({ shown: 'exact', value: 3 })
    expect(ordinary.figures.tables).toEqual([])
    const careful = await preview(await organisationWith(3, { preset: 'careful' }))
    expect(careful.figures.total).toEqual({ shown: 'band', from: 0, to: 4 })
    expect(careful.figures.tables).toEqual([])
    const strict = await preview(await organisationWith(3, { preset: 'strict', threshold: 10 }))
    expect(strict.figures.total).toEqual({ shown: 'below', below: 10 })
    expect(strict.figures.tables).toEqual([])
  })

  it('prints for 30 melders merged tables that add up', async () => {
    const { figures } = await preview(await organisationWith(30))
    expect(figures.total).toEqual({ shown: 'exact', value: 30 })
    expect(figures.tables.length).toBeGreaterThanOrEqual(3)
    for (const table of figures.tables) {
      const counts = table.rows.map((row) => (row.value === 'hidden' ? Number.NaN : row.value))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
    }
  })

  it('gives the reasons for hidden rows beside a draft, never in it, and none once it is settled', async () => {
    const organisationId = await organisationWith(30)
    const { report, explanations } = await vault.must('report.preview', {
      organisationId,
      period: wholeYear(2025),
    })
    const hidden = report.figures.tables.flatMap(({ rows }) => rows.filter(({ value }) => value === 'hidden'))
    expect(explanations).toHaveLength(hidden.length)
    expect(JSON.stringify(report)).not.toContain('terms')
    await vault.must('report.settle', { organisationId, period: wholeYear(2025), recipient: 'HR' })
    const settled = await vault.must('report.preview', { organisationId, period: wholeYear(2025) })
    expect(settled.explanations).toEqual([])
  })

  it('reports a year without cases', async () => {
    const { figures } = await preview(await organisationWith(0))
    expect(figures.total).toEqual({ shown: 'exact', value: 0 })
  })

  it('asks for a contract first', async () => {
    const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
    expect(await vault.ask('report.preview', { organisationId: id, period: wholeYear(2025) })).toEqual({
      refused: 'engagement-missing',
    })
  })

  it('reports no year in which there was no contract', async () => {
    const organisationId = await organisationWith(0, {
      startsOn: calendarDate('2024-12-31'),
      endsOn: calendarDate('2025-01-01'),
    })
    const refused = { refused: 'engagement-missing' }
    for (const year of [2023, 2026])
      expect(await vault.ask('report.preview', { organisationId, period: wholeYear(year) })).toEqual(refused)
    expect(
      await vault.ask('report.settle', { organisationId, period: wholeYear(2023), recipient: 'HR' }),
    ).toEqual(refused)
    for (const year of [2024, 2025])
      expect((await preview(organisationId, year)).figures.total).toEqual({ shown: 'exact', value: 0 })
  })

  it('refuses to settle a year that is not over', async () => {
    const organisationId = await organisationWith(0)
    expect(
      await vault.ask('report.settle', { organisationId, period: wholeYear(2026), recipient: 'HR' }),
    ).toEqual({
      refused: 'period-not-over',
    })
  })

  it('settles a report once; a case that is entered later changes nothing in it', async () => {
    const organisationId = await organisationWith(14)
    const { report } = await vault.must('report.settle', {
      organisationId,
      period: wholeYear(2025),
      recipient: 'HR',
    })
    expect(report).toMatchObject({ status: 'settled', settledOn: '2026-02-01' })
    expect(
      await vault.ask('report.settle', { organisationId, period: wholeYear(2025), recipient: 'HR' }),
    ).toEqual({
      refused: 'report-settled',
    })
    await vault.must('case.start', {
      details: caseDetails(organisationId, { firstContactOn: calendarDate('2025-12-30') }),
      note: '',
      minutes: 30,
    })
    vault = await vault.reopen()
    expect(await preview(organisationId)).toEqual(report)
    expect((await preview(organisationId, 2026)).earlierYears[0]?.figures).toEqual(report.figures)
  })

  it('compares with no year before the contract began', async () => {
    const since = (startsOn: string) => organisationWith(0, { startsOn: calendarDate(startsOn) })
    const years = async (organisationId: Id) =>
      (await preview(organisationId)).earlierYears.map(({ year }) => year)
    expect(await years(await since('2022-05-01'))).toEqual([2024, 2023])
    expect(await years(await since('2024-12-31'))).toEqual([2024])
    expect(await years(await since('2025-01-01'))).toEqual([])
  })

  it('still compares with an earlier year that was settled, when the contract was renewed', async () => {
    const organisationId = await organisationWith(6)
    await vault.must('report.settle', { organisationId, period: wholeYear(2025), recipient: 'HR' })
    const renewed = engagementDetails(organisationId, { startsOn: calendarDate('2026-01-01') })
    await vault.must('engagement.save', renewed)
    expect((await preview(organisationId, 2026)).earlierYears.map(({ year }) => year)).toEqual([2025])
  })

  it('keeps what the advisor wrote, and no longer once the report was settled', async () => {
    const organisationId = await organisationWith(0)
    const narrative = {
      signals: 'Rust.',
      recommendations: [{ text: 'Ga door.', owner: 'HR' }],
      followUps: [],
      lookingBack: '',
      workPlan: '',
    }
    await vault.must('report.saveDraft', { organisationId, period: wholeYear(2025), changes: { narrative } })
    expect((await preview(organisationId)).narrative).toEqual(narrative)
    await vault.must('report.settle', { organisationId, period: wholeYear(2025), recipient: 'HR' })
    expect(
      await vault.ask('report.saveDraft', {
        organisationId,
        period: wholeYear(2025),
        changes: { narrative },
      }),
    ).toEqual({
      refused: 'report-settled',
    })
  })

  it('leaves out an activity that a case gave rise to', async () => {
    const organisationId = await organisationWith(0)
    const details = {
      organisationId,
      kind: 'information-session',
      on: calendarDate('2025-05-05'),
      minutes: 60,
      description: 'Voorlichting',
      withWhom: 'team',
      reach: 10,
      billable: true,
      inReport: true,
      becauseOfCase: false,
    } as const
    await vault.must('activity.save', { id: null, details })
    await vault.must('activity.save', { id: null, details: { ...details, becauseOfCase: true } })
    expect((await preview(organisationId)).activities).toHaveLength(1)
  })

  it('hands over figures with a seal that breaks when a number is changed', async () => {
    const { figures } = await preview(await organisationWith(30))
    const [table] = figures.tables
    if (table === undefined) throw new Error('expected a table')
    const changed = {
      ...figures,
      tables: [{ ...table, rows: table.rows.map((row) => ({ ...row, value: 6 })) }],
    }
    expect(ProtectedReport.safeParse(structuredClone(figures)).success).toBe(true)
    expect(ProtectedReport.safeParse(changed).success).toBe(false)
  })
})
