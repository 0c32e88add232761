import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type CaseDetails } from '#shared/casework/case-file.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { caseDetails, newCaseload, type NewCaseload } from '../../support/new-caseload.ts'
import { comeToReport, organisationUnderContract } from '../../support/reported-organisation.ts'

const FIRST_HALF: ReportPeriod = { year: 2025, half: 'first-half' }
const SECOND_HALF: ReportPeriod = { year: 2025, half: 'second-half' }
const YEAR: ReportPeriod = { year: 2025, half: null }

describe('a case that a settled report counted', () => {
  let vault: NewCaseload
  let organisationId: Id

  beforeAll(async () => {
    vault = await newCaseload('2026-02-01')
  }, 30_000)
  afterAll(() => vault.discard())

  const settle = async (period: ReportPeriod) =>
    (await vault.must('report.settle', { organisationId, period, recipient: 'HR' })).report
  const total = async (period: ReportPeriod) =>
    (await vault.must('report.preview', { organisationId, period })).report.figures.total
  const come = async (on: string, changes: Partial<CaseDetails> = {}): Promise<Id> => {
    const as = () => changes
    const [id] = await comeToReport(vault, organisationId, { count: 1, from: on, daysApart: 1, as })
    if (id === undefined) throw new Error('nobody came')
    return id
  }
  const caseOf = async (id: Id) => (await vault.must('case.open', { id })).caseFile
  const change = async (id: Id, changes: Partial<CaseDetails>) => {
    const { firstContactOn, isQuestion } = await caseOf(id)
    const details = caseDetails(organisationId, { firstContactOn, isQuestion, ...changes })
    return vault.ask('case.change', { id, details })
  }
  const exactly = (value: number) => ({ shown: 'exact', value })

  it('does not become one person with another whom a report of the same year counted, and it says which report', async () => {
    organisationId = await organisationUnderContract(vault)
    const one = await come('2025-02-03')
    const other = await come('2025-03-03')
    const later = await come('2025-08-03')
    const { id: reportId } = await settle(FIRST_HALF)
    expect(await change(one, { sameMelderAs: other })).toMatchObject({
      refused: 'melders-counted-apart',
      fields: ['sameMelderAs'],
      figures: [{ reportId, period: FIRST_HALF, recipient: 'HR', dimension: 'total' }],
    })
    expect((await caseOf(one)).melderLink).not.toBe((await caseOf(other)).melderLink)
    // Nobody counted the later one yet: that she came before is simply true.
    expect(await change(later, { sameMelderAs: other })).toEqual({})
    expect(await total(FIRST_HALF)).toEqual(exactly(2))
    expect(await total(YEAR)).toEqual(exactly(2))
  })

  it('stays with its organisation, and it says which report counted it there', async () => {
    organisationId = await organisationUnderContract(vault)
    const id = await come('2025-02-03')
    const elsewhere = await organisationUnderContract(vault)
    const { id: reportId } = await settle(FIRST_HALF)
    expect(await change(id, { organisationId: elsewhere })).toMatchObject({
      refused: 'case-counted',
      fields: ['organisationId'],
      figures: [{ reportId, period: FIRST_HALF }],
    })
    expect(await caseOf(id)).toMatchObject({ organisationId, countsIn: null })
    expect(await total(YEAR)).toEqual(exactly(1))
  })

  it('moves to another organisation as long as no report counted it', async () => {
    organisationId = await organisationUnderContract(vault)
    const id = await come('2025-08-03')
    const elsewhere = await organisationUnderContract(vault)
    await settle(FIRST_HALF)
    expect(await change(id, { organisationId: elsewhere })).toEqual({})
    expect(await total(YEAR)).toEqual(exactly(0))
  })

  it('goes on counting where it counted when it turns out that she came before', async () => {
    organisationId = await organisationUnderContract(vault)
    const counted = await come('2025-08-03')
    await settle(SECOND_HALF)
    await come('2025-02-03', { sameMelderAs: counted })
    expect(await total(FIRST_HALF)).toEqual(exactly(0))
    expect(await total(YEAR)).toEqual(exactly(1))
  })

  it.each(['the one that counted', 'the other one'])(
    'leaves the half-year as it was when its two cases turn out to be of two people, told of %s',
    async (told) => {
      organisationId = await organisationUnderContract(vault)
      const counted = await come('2025-02-03')
      const second = await come('2025-03-03', { sameMelderAs: counted })
      await settle(FIRST_HALF)
      expect(
        await vault.ask('case.unlink', { id: told === 'the other one' ? second : counted, which: 'melder' }),
      ).toEqual({})
      expect(await caseOf(counted)).toMatchObject({ countsIn: null })
      expect(await caseOf(second)).toMatchObject({ countsIn: '2025-2' })
      expect(await total(SECOND_HALF)).toEqual(exactly(1))
      expect(await total(YEAR)).toEqual(exactly(2))
    },
  )

  it('leaves the half-year as it was when it is destroyed, also where she had a second case in it', async () => {
    organisationId = await organisationUnderContract(vault)
    const counted = await come('2025-02-03', { subjects: ['bullying'] })
    const second = await come('2025-03-03', { sameMelderAs: counted, subjects: ['workload'] })
    await settle(FIRST_HALF)
    const secret = { recoveryKey: vault.recoveryKey }
    await vault.must('case.destroy', { id: counted, reason: 'on-request', secret })
    expect(await caseOf(second)).toMatchObject({ countsIn: '2025-2' })
    expect(await total(SECOND_HALF)).toEqual(exactly(1))
    expect((await vault.must('case.search', { query: 'pesten' })).hits.map(({ id }) => id)).not.toContain(
      counted,
    )
    vault = await vault.reopen()
    expect(await caseOf(second)).toMatchObject({
      countsIn: '2025-2',
      firstContactOn: calendarDate('2025-03-03'),
    })
    expect(await total(YEAR)).toEqual(exactly(2))
  })
})
