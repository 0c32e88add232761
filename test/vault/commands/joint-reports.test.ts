import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import {
  engagementDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { comeToReport } from '../../support/reported-organisation.ts'
import { rowsTold } from '../../support/rows-told.ts'

const period = wholeYear(2025)

describe('reports of several organisations together', () => {
  let vault: NewCaseload
  let groupId: Id
  const counts = [9, 3, 6, 4, 7]
  let units: Id[] = []

  /** Five organisations, two of a group; what was agreed about the second is given. */
  async function fiveOrganisations(second: 'ordinary' | 'careful'): Promise<NewCaseload> {
    const vault = await newCaseload('2026-02-01')
    units = []
    groupId = (await vault.must('group.save', { id: null, name: 'Fantasia Groep' })).id
    for (const [index, count] of counts.entries()) {
      const { id } = await vault.must('organisation.save', {
        id: null,
        details: organisationDetails({ name: `Fantasia ${index + 1}`, groupId: index < 2 ? groupId : null }),
      })
      await vault.must('engagement.save', engagementDetails(id, index === 1 ? { preset: second } : {}))
      await comeToReport(vault, id, { count, from: `2025-01-0${index + 1}`, daysApart: 37 })
      units.push(id)
    }
    return vault
  }

  const withNumbersForAll = async () => {
    await vault.discard()
    return fiveOrganisations('ordinary')
  }

  beforeAll(async () => {
    vault = await fiveOrganisations('careful')
  }, 60_000)
  afterAll(() => vault.discard())

  const unit = (index: number): Id => units[index] ?? ''

  it('count the entities of a group together, each as its own preset says', async () => {
    const of = { subject: { kind: 'group' as const, groupId }, period }
    const { report } = await vault.must('jointReport.preview', of)
    expect(report.group?.entities.map(({ name }) => name)).toEqual(['Fantasia 1', 'Fantasia 2'])
    const { about } = report.figures
    if (about.kind !== 'group') throw new Error('a group')
    expect(about.entities).toEqual([
      { organisationId: unit(0), total: { shown: 'exact', value: 9 } },
      { organisationId: unit(1), total: { shown: 'band', from: 0, to: 4 } },
    ])
    expect(report.figures.total).not.toEqual({ shown: 'exact', value: 12 })
  })

  it('stop being computed when they are told to, and can be made after all', async () => {
    const of = { subject: { kind: 'caseload' as const }, period: wholeYear(2024) }
    const group = { subject: { kind: 'group' as const, groupId }, period }
    const [stopped] = await Promise.all([
      vault.ask('jointReport.preview', group),
      vault.ask('jointReport.stop', group),
    ])
    expect(stopped).toEqual({ refused: 'superseded' })
    expect(await vault.ask('jointReport.stop', of)).toEqual({})
    const { report } = await vault.must('jointReport.preview', group)
    expect(report.status).toBe('draft')
  })

  it('are listed with how far they are', async () => {
    expect(await rowsTold(vault, 'jointReports')).toMatchObject([
      { subject: { kind: 'group', groupId }, period, status: 'draft', settledOn: null },
    ])
  })

  it('call the locations of a group by name, and those of a whole caseload not at all', async () => {
    await vault.must('location.save', {
      id: null,
      details: {
        organisationId: unit(0),
        name: 'Zandkasteel',
        lrkNumber: LrkNumber.parse('000000012'),
        type: 'KDV',
        address: organisationDetails().address,
        costCentre: '',
        joinedOn: calendarDate('2024-01-01'),
        leftOn: null,
      },
    })
    const { report } = await vault.must('jointReport.preview', {
      subject: { kind: 'group', groupId },
      period,
    })
    expect(report.locations.map(({ name, place }) => [name, place])).toEqual([
      ['Zandkasteel', 'Nergenshuizen'],
    ])
    expect(report.group?.entities.map(({ locationCount }) => locationCount)).toEqual([1, 0])
    const all = await vault.must('jointReport.preview', { subject: { kind: 'caseload' }, period })
    expect(all.report.locations).toEqual([])
  })

  it('compare a whole caseload without naming anybody, and stand in the ledger of every organisation', async () => {
    const of = { subject: { kind: 'caseload' as const }, period }
    for (const organisationId of units)
      await vault.must('report.settle', { organisationId, period, recipient: 'HR' })
    // Four numbers and the sum of five would tell the fifth, of which a range was agreed.
    expect(await vault.ask('jointReport.preview', of)).toMatchObject({
      refused: 'earlier-figures-in-the-way',
    })
    vault = await withNumbersForAll()
    for (const organisationId of units)
      await vault.must('report.settle', { organisationId, period, recipient: 'HR' })
    const { report } = await vault.must('jointReport.settle', { ...of, recipient: 'Alle opdrachtgevers' })
    expect(report).toMatchObject({ status: 'settled', group: null })
    expect(report.figures.total).toEqual({ shown: 'exact', value: 29 })
    for (const name of ['Fantasia', ...units]) expect(JSON.stringify(report)).not.toContain(name)
    for (const organisationId of units) {
      const { figures, isWhole } = await vault.must('ledger.list', { organisationId })
      expect(isWhole).toBe(true)
      expect(figures.filter(({ document }) => document === 'benchmark').length).toBeGreaterThan(0)
    }
    vault = await vault.reopen()
    expect((await vault.must('jointReport.preview', of)).report).toEqual(report)
    expect(await vault.ask('jointReport.settle', { ...of, recipient: 'HR' })).toEqual({
      refused: 'report-settled',
    })
  })

  it('let a case that comes later count in the next half-year of its organisation', async () => {
    const [late] = await comeToReport(vault, unit(2), { count: 1, from: '2025-05-05', daysApart: 1 })
    expect((await vault.must('case.open', { id: late ?? '' })).caseFile.countsIn).toBe('2026-1')
  })

  it('are settled as they were seen, without being computed once more, unless something was written since', async () => {
    const other = await fiveOrganisations('ordinary')
    const of = { subject: { kind: 'group' as const, groupId }, period }
    const computed = () => other.events.splice(0).some(({ event }) => event === 'progress')
    const { report: first } = await other.must('jointReport.preview', of)
    await comeToReport(other, unit(0), { count: 1, from: '2025-12-01', daysApart: 1 })
    computed()
    const { report: later } = await other.must('jointReport.settle', { ...of, recipient: 'HR' })
    expect(computed()).toBe(true)
    expect(first.figures.total).toEqual({ shown: 'exact', value: 12 })
    expect(later.figures.total).toEqual({ shown: 'exact', value: 13 })
    const all = { subject: { kind: 'caseload' as const }, period }
    const { report: seen } = await other.must('jointReport.preview', all)
    computed()
    const { report: settled } = await other.must('jointReport.settle', { ...all, recipient: 'HR' })
    expect(computed()).toBe(false)
    expect(settled.figures).toEqual(seen.figures)
    await other.discard()
  })

  it('compare no caseload of fewer than five organisations, and no period but a year', async () => {
    const other = await newCaseload('2026-02-01')
    const { id } = await other.must('organisation.save', { id: null, details: organisationDetails() })
    await other.must('engagement.save', engagementDetails(id))
    const subject = { kind: 'caseload' as const }
    expect(await other.ask('jointReport.preview', { subject, period })).toEqual({
      refused: 'too-few-organisations',
    })
    expect(
      await other.ask('jointReport.preview', { subject, period: { year: 2025, half: 'first-half' } }),
    ).toEqual({ refused: 'invalid-input', fields: ['period'] })
    await other.discard()
  })
})
