import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type EngagementDetails } from '#shared/organisations/engagement.ts'
import { engagementDetails, newCaseload, type NewCaseload, PRACTICE } from '../../support/new-caseload.ts'
import { comeToReport, locationOf, organisationUnderContract } from '../../support/reported-organisation.ts'

const YEAR = { year: 2025, half: null }

describe('reports of a year that lay under other terms than today', () => {
  let vault: NewCaseload

  beforeAll(async () => {
    vault = await newCaseload('2026-02-01')
    await vault.must('practice.save', PRACTICE)
  }, 30_000)
  afterAll(() => vault.discard())

  /** The first half-year is printed in bands, all people came in the second one. */
  async function careful(terms: Partial<EngagementDetails>): Promise<Id> {
    const organisationId = await organisationUnderContract(vault, { preset: 'careful', ...terms })
    await locationOf(vault, organisationId, {})
    await vault.must('report.settle', {
      organisationId,
      period: { year: 2025, half: 'first-half' },
      recipient: 'HR',
    })
    await comeToReport(vault, organisationId, {
      count: 24,
      from: '2025-07-05',
      daysApart: 6,
      as: (n) => ({ melderRole: n < 16 ? 'professional' : 'parent' }),
    })
    return organisationId
  }
  const renew = (organisationId: Id, terms: Partial<EngagementDetails>) =>
    vault.must('engagement.save', engagementDetails(organisationId, { preset: 'careful', ...terms }))
  const tables = async (organisationId: Id) =>
    (await vault.must('report.preview', { organisationId, period: YEAR })).report.figures.tables.filter(
      ({ rows }) => rows.length > 1,
    )

  it.each([
    ['consults alone', { hoursBilling: 'consults-alone' }],
    ['one line for each half-year', { hoursBilling: 'half-yearly-line' }],
  ] as const)('print no more of a year of a bundle once the contract bills %s', async (_, later) => {
    const organisationId = await careful({ hoursBilling: 'bundle', bundleMinutes: 600 })
    await vault.must('invoice.issue', { organisationId, run: { kind: 'yearly', year: 2025 } })
    const before = await tables(organisationId)
    expect(before.map(({ dimension }) => dimension)).not.toContain('role')
    await renew(organisationId, later)
    expect(await tables(organisationId)).toEqual(before)
  })

  it('count on it that nobody came where an invoice of the same year shows that consults alone were billed', async () => {
    const organisationId = await careful({ hoursBilling: 'consults-alone' })
    const before = await tables(organisationId)
    expect(before.map(({ dimension }) => dimension)).not.toContain('role')
    const [caseId = ''] = await comeToReport(vault, organisationId, {
      count: 1,
      from: '2025-09-01',
      daysApart: 1,
    })
    await vault.must('entry.save', {
      caseId,
      id: null,
      details: { kind: 'contact', on: calendarDate('2025-09-02'), channel: 'phone', minutes: 45, note: '' },
    })
    await vault.must('invoice.issue', { organisationId, run: { kind: 'hours', year: 2025, half: 2 } })
    expect((await tables(organisationId)).map(({ dimension }) => dimension)).toContain('role')
  })
})
