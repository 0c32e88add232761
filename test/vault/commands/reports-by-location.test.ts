import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { NO_LOCATION } from '#shared/casework/melders.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type LocationDetails } from '#shared/organisations/location.ts'
import { type ReportChoices } from '#shared/reports/report-choices.ts'
import { type LedgerValue } from '#shared/statistics/ledger.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import {
  caseDetails,
  newCaseload,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { rowsTold } from '../../support/rows-told.ts'
import { comeToReport, locationOf, organisationUnderContract } from '../../support/reported-organisation.ts'

const YEAR: ReportPeriod = { year: 2025, half: null }
const FIRST_HALF: ReportPeriod = { year: 2025, half: 'first-half' }
const BY_LOCATION: ReportChoices = {
  dimensions: [{ dimension: 'location', from: 'locations' }],
  crossTables: [],
}
const LEFT = { leftOn: calendarDate('2024-12-31') }

describe('the rows by location of a report', () => {
  let vault: NewCaseload

  beforeAll(async () => {
    vault = await newCaseload('2026-02-01')
  }, 30_000)
  afterAll(() => vault.discard())

  type Rows = readonly { categories: readonly string[]; value: LedgerValue }[]
  /** The rows by location with the names of locations, and what they say. */
  const named = (
    figures: { tables: readonly { dimension: string; rows: Rows }[] },
    names: Readonly<Record<string, string>>,
  ) =>
    figures.tables
      .find(({ dimension }) => dimension === 'location')
      ?.rows.map(({ categories, value }) => ({
        of: categories.map((id) => names[id] ?? id).sort((a, b) => a.localeCompare(b)),
        value,
      }))
      .sort((a, b) => a.of.join().localeCompare(b.of.join()))
      .map(({ of, value }) => [of, value])
  const rows = async (organisationId: Id, period: ReportPeriod, names: Readonly<Record<string, string>>) =>
    named((await vault.must('report.preview', { organisationId, period })).report.figures, names)

  /** 21 people of a location, so many of whom of one that left; nine of none. */
  async function organisation(ofFormer: number, former: Partial<LocationDetails> = LEFT) {
    const organisationId = await organisationUnderContract(vault)
    for (const period of [YEAR, FIRST_HALF, { from: 2024, to: 2025 }])
      await vault.must('report.saveDraft', { organisationId, period, changes: { choices: BY_LOCATION } })
    const here = await locationOf(vault, organisationId, {})
    const gone = await locationOf(vault, organisationId, former)
    const people = await comeToReport(vault, organisationId, {
      count: 30,
      from: '2025-01-05',
      daysApart: 5,
      as: (n) => ({ locationId: n < ofFormer ? gone : n < 21 ? here : null }),
    })
    return { organisationId, here, gone, people, names: { [here]: 'A', [gone]: 'Weg' } }
  }

  it('are of the same locations whether or not somebody belongs to one that left', async () => {
    const nobody = await organisation(0)
    const somebody = await organisation(1)
    expect(await rows(nobody.organisationId, YEAR, nobody.names)).toEqual([
      [['A'], 21],
      [[NO_LOCATION], 9],
    ])
    expect(await rows(somebody.organisationId, YEAR, somebody.names)).toEqual([
      [['A'], 20],
      [[NO_LOCATION], 10],
    ])
  })

  it('are the same when somebody of another year that earlier figures need belongs to a former location', async () => {
    const names = await Promise.all(
      [null, 'former'].map(async (which) => {
        const one = await organisation(0, { leftOn: calendarDate('2023-12-31') })
        await comeToReport(vault, one.organisationId, {
          count: 6,
          from: '2024-02-01',
          daysApart: 20,
          as: () => ({ locationId: which === null ? null : one.gone }),
        })
        await vault.must('ledger.enter', {
          organisationId: one.organisationId,
          recipient: 'HR',
          document: 'Jaarverslag',
          handedOverOn: calendarDate('2026-01-15'),
          figures: [
            { period: { from: 2024, to: 2025 }, dimension: 'total', categories: [], value: 36, page: '' },
          ],
        })
        return rows(one.organisationId, YEAR, one.names)
      }),
    )
    expect(names[1]).toEqual(names[0])
    expect(names[0]).toEqual([
      [['A'], 21],
      [[NO_LOCATION], 9],
    ])
  })

  it('name a location in the year that left after the first half-year was settled', async () => {
    const { organisationId, here, gone, names } = await organisation(10, {})
    await vault.must('report.settle', { organisationId, period: FIRST_HALF, recipient: 'HR' })
    await leaves(gone, '2025-07-31')
    await comeToReport(vault, organisationId, {
      count: 24,
      from: '2025-07-01',
      daysApart: 1,
      as: (n) => ({ locationId: n < 8 ? here : n < 16 ? gone : null }),
    })
    expect(await rows(organisationId, YEAR, names)).toEqual([
      [['A'], 19],
      [[NO_LOCATION], 17],
      [['Weg'], 18],
    ])
  })

  it('still understand a half-year that names a location which turns out to have left before', async () => {
    const { organisationId, here, gone, names } = await organisation(10, {})
    const half = (await vault.must('report.settle', { organisationId, period: FIRST_HALF, recipient: 'HR' }))
      .report
    const before = named(half.figures, names)
    expect(before).toContainEqual([['Weg'], 10])
    await leaves(gone, '2024-12-31')
    await comeToReport(vault, organisationId, {
      count: 16,
      from: '2025-08-05',
      daysApart: 4,
      as: (n) => ({ locationId: n < 8 ? here : gone }),
    })
    expect(await rows(organisationId, YEAR, names)).toEqual([
      [['A', 'Weg'], 29],
      [[NO_LOCATION], 17],
    ])
    expect(await rows(organisationId, FIRST_HALF, names)).toEqual(before)
    await vault.must('report.settle', { organisationId, period: YEAR, recipient: 'HR' })
    const block = { from: 2024, to: 2025 }
    expect(await rows(organisationId, block, names)).toContainEqual([[NO_LOCATION], 17])
  })

  it('understand figures of before Luwte that name a former location', async () => {
    const { organisationId, gone, names } = await organisation(7)
    await vault.must('ledger.enter', {
      organisationId,
      recipient: 'HR',
      document: 'Jaarverslag',
      handedOverOn: calendarDate('2026-01-15'),
      figures: [{ period: YEAR, dimension: 'location', categories: [gone], value: 7, page: '' }],
    })
    expect(await rows(organisationId, YEAR, names)).toEqual([
      [['A'], 14],
      [[NO_LOCATION], 9],
      [['Weg'], 7],
    ])
  })

  it('keep the case where it was written down, and the settled count where it was counted', async () => {
    const { organisationId, gone, people } = await organisation(1)
    await vault.must('report.settle', { organisationId, period: FIRST_HALF, recipient: 'HR' })
    const { caseFile } = await vault.must('case.open', { id: people[0] ?? '' })
    expect(caseFile.locationId).toBe(gone)
    expect(caseFile.countedAs?.locationId).toBe(null)
  })

  it('keep the locations that they name: none can be removed, and the year is reported beside its half', async () => {
    const { organisationId, here, gone, people } = await organisation(10, {})
    const empty = await locationOf(vault, organisationId, {})
    expect(await vault.ask('location.remove', { id: empty })).toEqual({})
    const alsoEmpty = await locationOf(vault, organisationId, {})
    const half = (await vault.must('report.settle', { organisationId, period: FIRST_HALF, recipient: 'HR' }))
      .report
    const names = { [here]: 'A', [gone]: 'Weg', [alsoEmpty]: 'Leeg' }
    expect(named(half.figures, names)).toEqual([
      [['A', 'Leeg', 'Weg'], 21],
      [[NO_LOCATION], 9],
    ])
    for (const id of people.slice(0, 10)) {
      const { caseFile } = await vault.must('case.open', { id })
      await vault.must('case.change', {
        id,
        details: caseDetails(organisationId, {
          firstContactOn: caseFile.firstContactOn,
          isQuestion: false,
          locationId: here,
        }),
      })
    }
    for (const id of [here, gone, alsoEmpty])
      expect(await vault.ask('location.remove', { id })).toEqual({ refused: 'in-use-elsewhere' })
    await vault.must('report.preview', { organisationId, period: YEAR })
  })

  it('keep a location that only figures of before Luwte name', async () => {
    const { organisationId, gone } = await organisation(0)
    await vault.must('ledger.enter', {
      organisationId,
      recipient: 'HR',
      document: 'Jaarverslag',
      handedOverOn: calendarDate('2026-01-15'),
      figures: [{ period: YEAR, dimension: 'location', categories: [gone], value: 'hidden', page: '' }],
    })
    expect(await vault.ask('location.remove', { id: gone })).toEqual({ refused: 'in-use-elsewhere' })
  })

  it('are the same in a report of a group whether or not somebody belongs to a former location', async () => {
    const found = await Promise.all(
      [0, 1].map(async (ofFormer) => {
        const { id: groupId } = await vault.must('group.save', { id: null, name: 'Concern Fantasia' })
        const one = await organisation(ofFormer)
        await vault.must('organisation.save', {
          id: one.organisationId,
          details: organisationDetails({ groupId }),
        })
        const subject = { kind: 'group' as const, groupId }
        await vault.must('jointReport.saveChoices', { subject, period: YEAR, choices: BY_LOCATION })
        const { report } = await vault.must('jointReport.preview', { subject, period: YEAR })
        return named(report.figures, one.names)?.map(([categories]) => categories)
      }),
    )
    expect(found[0]).toEqual([['A'], [NO_LOCATION]])
    expect(found[1]).toEqual(found[0])
  })

  async function leaves(locationId: Id, leftOn: string) {
    const location = (await rowsTold(vault, 'locations')).find(({ id }) => id === locationId)
    if (location === undefined) throw new Error('it was saved')
    const { id, ...details } = location
    await vault.must('location.save', { id, details: { ...details, leftOn: calendarDate(leftOn) } })
  }
})
