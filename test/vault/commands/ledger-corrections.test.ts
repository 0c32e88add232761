import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type FigureByHand } from '#shared/contracts/report-commands.ts'
import { type Id } from '#shared/kernel/id.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { newCaseload, type NewCaseload } from '../../support/new-caseload.ts'
import { comeToReport, organisationUnderContract } from '../../support/reported-organisation.ts'

const FIRST_HALF = { year: 2025, half: 'first-half' as const }
const SECOND_HALF = { year: 2025, half: 'second-half' as const }
const YEAR = wholeYear(2025)

describe('a mistake in figures that were typed in', () => {
  let vault: NewCaseload

  beforeAll(async () => {
    vault = await newCaseload('2026-02-01')
  }, 30_000)
  afterAll(() => vault.discard())

  const enter = async (organisationId: Id, value: FigureByHand['value']) =>
    vault.must('ledger.enter', {
      organisationId,
      recipient: 'HR',
      document: 'Halfjaarverslag',
      handedOverOn: calendarDate('2025-07-15'),
      figures: [{ period: FIRST_HALF, dimension: 'total', categories: [], value, page: '4' }],
    })
  const settle = (organisationId: Id, period: FigureByHand['period'] = YEAR) =>
    vault.must('report.settle', { organisationId, period, recipient: 'HR' })
  const listed = async (organisationId: Id) => {
    const { figures, isWhole } = await vault.must('ledger.list', { organisationId })
    expect(isWhole).toBe(true)
    return figures
  }
  /** The entry that holds of those that were typed in. */
  const lastTyped = async (organisationId: Id) => {
    const last = (await listed(organisationId)).filter(({ byHand }) => byHand).at(-1)
    if (last === undefined) throw new Error('it was entered')
    return last
  }
  const withPeople = async () => {
    const organisationId = await organisationUnderContract(vault)
    await comeToReport(vault, organisationId, { count: 12, from: '2025-01-05', daysApart: 10 })
    return organisationId
  }

  it('is taken out whole while nothing was written after it', async () => {
    const organisationId = await withPeople()
    const { reportId } = await enter(organisationId, 80)
    await vault.must('ledger.remove', { reportId })
    expect(await listed(organisationId)).toEqual([])
    expect(await vault.ask('ledger.remove', { reportId })).toMatchObject({ refused: 'not-found' })
  })

  it('is taken back after another organisation was reported on, and stays to be seen', async () => {
    const organisationId = await withPeople()
    const { reportId } = await enter(organisationId, 80)
    await settle(await withPeople())
    expect(await vault.ask('report.preview', { organisationId, period: YEAR })).toMatchObject({
      refused: 'earlier-figures-untrue',
      fields: [reportId],
    })
    await vault.must('ledger.remove', { reportId })
    vault = await vault.reopen()
    const [typed, withdrawn] = await listed(organisationId)
    expect(typed).toMatchObject({ value: 80, page: '4', byHand: true })
    expect(withdrawn).toMatchObject({ replaces: typed?.hash, isWithdrawn: true, byHand: true })
    expect(await vault.ask('ledger.remove', { reportId })).toMatchObject({ refused: 'not-found' })
    const { report } = await settle(organisationId)
    expect(report.figures.total).toEqual({ shown: 'exact', value: 12 })
  })

  it('is taken back after other figures were typed in, which stay', async () => {
    const organisationId = await withPeople()
    const first = await enter(organisationId, 80)
    await enter(organisationId, 12)
    await vault.must('ledger.remove', { reportId: first.reportId })
    const { report } = await vault.must('report.preview', { organisationId, period: YEAR })
    expect(report.figures.total).toEqual({ shown: 'exact', value: 12 })
  })

  it('is corrected where it stands, and the new number counts from then on', async () => {
    const organisationId = await withPeople()
    await enter(organisationId, 80)
    await settle(await withPeople())
    const typed = await lastTyped(organisationId)
    await vault.must('ledger.correct', { id: typed.id, value: 12, page: '5' })
    const [before, after] = await listed(organisationId)
    expect(before).toMatchObject({ value: 80, page: '4' })
    expect(after).toMatchObject({ value: 12, page: '5', replaces: before?.hash, settledOn: '2025-07-15' })
    await settle(organisationId)
    expect((await listed(organisationId)).length).toBeGreaterThan(2)
  })

  it('is corrected and not taken back once a report was settled beside it', async () => {
    const organisationId = await withPeople()
    const { reportId } = await enter(organisationId, { from: 0, to: 40 })
    await settle(organisationId)
    expect(await vault.ask('ledger.remove', { reportId })).toEqual({ refused: 'figures-in-use' })
    await vault.must('ledger.correct', { id: (await lastTyped(organisationId)).id, value: 80, page: '4' })
    expect(await vault.ask('report.preview', { organisationId, period: SECOND_HALF })).toMatchObject({
      refused: 'earlier-figures-untrue',
      figures: [{ value: 80 }],
    })
    await vault.must('ledger.correct', { id: (await lastTyped(organisationId)).id, value: 12, page: '4' })
    await vault.must('report.preview', { organisationId, period: SECOND_HALF })
  })

  it('is corrected once at a time, and nothing that Luwte handed over is', async () => {
    const organisationId = await withPeople()
    await enter(organisationId, 80)
    const { id } = await lastTyped(organisationId)
    await vault.must('ledger.correct', { id, value: 12, page: '' })
    expect(await vault.ask('ledger.correct', { id, value: 11, page: '' })).toMatchObject({
      refused: 'not-found',
    })
    expect(
      await vault.ask('ledger.correct', {
        id: (await lastTyped(organisationId)).id,
        value: { from: 9, to: 5 },
        page: '',
      }),
    ).toMatchObject({ refused: 'invalid-input' })
    const { report } = await settle(organisationId)
    const settled = (await listed(organisationId)).find((one) => one.reportId === report.id)
    expect(await vault.ask('ledger.correct', { id: settled?.id ?? '', value: 1, page: '' })).toEqual({
      refused: 'figures-in-use',
    })
    expect(await vault.ask('ledger.remove', { reportId: report.id })).toEqual({ refused: 'figures-in-use' })
  })
})
