import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id } from '#shared/kernel/id.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import {
  engagementDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { comeToReport } from '../../support/reported-organisation.ts'
import { rememberingArgon2id } from '../quick-kdf.ts'

const YEAR = wholeYear(2025)
const FIRST_HALF: ReportPeriod = { year: 2025, half: 'first-half' }
const WORDS = 'lijster kompas broodje vuurtoren'

describe('an advisor who gave her counts to a colleague', () => {
  let vault: NewCaseload
  let groupId: Id
  const units: Id[] = []
  const unit = (index: number): Id => units[index] ?? ''

  beforeAll(async () => {
    vault = await newCaseload('2026-02-01', { kdf: rememberingArgon2id() })
    groupId = (await vault.must('group.save', { id: null, name: 'Fantasia Groep' })).id
    for (const [index, count] of [9, 8, 7, 8, 7, 6].entries()) {
      const { id } = await vault.must('organisation.save', {
        id: null,
        details: organisationDetails({ name: `Fantasia ${index + 1}`, groupId: index < 2 ? groupId : null }),
      })
      await vault.must('engagement.save', engagementDetails(id))
      await comeToReport(vault, id, { count, from: `2025-01-0${index + 1}`, daysApart: 37 })
      units.push(id)
    }
  }, 60_000)
  afterAll(() => vault.discard())

  const settle = (period: ReportPeriod) =>
    vault.ask('report.settle', { organisationId: unit(0), period, recipient: 'HR' })
  const seal = (period: ReportPeriod) =>
    vault.must('contribution.seal', { organisationId: unit(0), period, words: WORDS })

  it('settles no report herself that counts any of them, and goes on with every other one', async () => {
    await seal(FIRST_HALF)
    for (const period of [FIRST_HALF, YEAR, { from: 2024, to: 2025 }])
      expect(await settle(period)).toEqual({ refused: 'contribution-given' })
    expect(await settle({ year: 2025, half: 'second-half' })).toHaveProperty('report')
    expect(await settle(wholeYear(2024))).toHaveProperty('report')
  })

  it('reads what her own figures would be all the same', async () => {
    const { report } = await vault.must('report.preview', { organisationId: unit(0), period: FIRST_HALF })
    expect(report.status).toBe('draft')
  })

  it('is still held to it after the vault was closed and opened', async () => {
    vault = await vault.reopen()
    expect(await settle(FIRST_HALF)).toEqual({ refused: 'contribution-given' })
  })

  it('compares her caseload without that organisation, and reports of no group that holds it', async () => {
    const group = { subject: { kind: 'group' as const, groupId }, period: YEAR }
    expect(await vault.ask('jointReport.preview', group)).toEqual({ refused: 'contribution-in-the-way' })
    const caseload = { subject: { kind: 'caseload' as const }, period: YEAR }
    const { report, leftOut } = await vault.must('jointReport.preview', caseload)
    expect(leftOut).toBe(1)
    expect(report.figures.total).toEqual({ shown: 'exact', value: 36 })
    await vault.must('jointReport.settle', { ...caseload, recipient: 'alle opdrachtgevers' })
    const { figures } = await vault.must('ledger.list', { organisationId: unit(0) })
    expect(figures.filter(({ document }) => document === 'benchmark')).toEqual([])
  })

  it('reports herself again once she says that nobody got any of the files', async () => {
    await seal(FIRST_HALF)
    const { given } = await vault.must('contribution.list', { organisationId: unit(0) })
    expect(given).toMatchObject([
      { organisationId: unit(0), period: FIRST_HALF, madeOn: '2026-02-01' },
      { organisationId: unit(0), period: FIRST_HALF, madeOn: '2026-02-01' },
    ])
    const [first, second] = given
    await vault.must('contribution.neverGiven', { id: first?.id ?? '' })
    expect(await settle(FIRST_HALF)).toEqual({ refused: 'contribution-given' })
    await vault.must('contribution.neverGiven', { id: second?.id ?? '' })
    expect(await vault.ask('contribution.neverGiven', { id: second?.id ?? '' })).toEqual({
      refused: 'not-found',
    })
    expect(await settle(FIRST_HALF)).toHaveProperty('report')
  })
})
