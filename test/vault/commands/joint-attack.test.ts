import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FigureInFile } from '#shared/contracts/attack-commands.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type LocationDetails } from '#shared/organisations/location.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { type JointReport, type JointSubject } from '#shared/reports/joint-report.ts'
import { type ReportChoices } from '#shared/reports/report-choices.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { type ReportTotal } from '#shared/statistics/presets.ts'
import { rangeOf } from '#shared/statistics/report-total.ts'
import {
  copiedCaseload,
  engagementDetails,
  type NewCaseload,
  organisationDetails,
} from '../../support/new-caseload.ts'
import { comeToReport } from '../../support/reported-organisation.ts'

const period = wholeYear(2025)
type Attack = VaultAnswer<'jointReport.attack'>

function valueOf(total: ReportTotal): FigureInFile['value'] {
  const { from, to } = rangeOf(total)
  return from === to ? from : { from, to }
}

/** The figures of a report as somebody reads them from its files; of a group each entity's total too. */
function figuresOf({ figures: { about, total, tables } }: JointReport): FigureInFile[] {
  const all = { period, dimension: 'total', categories: [] }
  return [
    ...(about.kind === 'group'
      ? about.entities.map((one) => ({ ...all, among: [one.organisationId], value: valueOf(one.total) }))
      : []),
    { ...all, value: valueOf(total) },
    ...tables.flatMap(({ dimension, rows }) =>
      rows.length > 1 ? rows.map((row) => ({ period, dimension, ...row })) : [],
    ),
  ]
}

const verdicts = ({ attacks }: Attack): string[] => attacks.map(({ level, verdict }) => `${level} ${verdict}`)
const WITHSTOOD = ['L0 withstood', 'L1 withstood', 'L2 withstood', 'L3 not-played', 'L4 withstood']
const SAME = ['pdf', 'spreadsheet'].map((file) => ({ file, notInLedger: [], notInFile: [] }))

describe('attacking a report of several organisations from its files', () => {
  let vault: NewCaseload
  let groupId: Id
  let units: Id[] = []
  let cases: Id[] = []
  beforeEach(async () => {
    vault = await copiedCaseload()
    groupId = (await vault.must('group.save', { id: null, name: 'Fantasia Groep' })).id
    units = []
    cases = []
  })
  afterEach(() => vault.discard())

  const unit = (index: number): Id => units[index] ?? ''
  const group = (): JointSubject => ({ kind: 'group', groupId })
  const caseload: JointSubject = { kind: 'caseload' }

  /** Organisations to each of which so many people came, the first two of a group. */
  async function organisations(counts: readonly number[], second: 'ordinary' | 'careful' = 'ordinary') {
    for (const [index, count] of counts.entries()) {
      const { id } = await vault.must('organisation.save', {
        id: null,
        details: organisationDetails({ name: `Fantasia ${index + 1}`, groupId: index < 2 ? groupId : null }),
      })
      await vault.must('engagement.save', engagementDetails(id, index === 1 ? { preset: second } : {}))
      const from = `2025-01-0${index + 1}`
      cases.push(...(await comeToReport(vault, id, { count, from, daysApart: 19 })))
      units.push(id)
    }
  }

  const locationOf = (organisationId: Id): LocationDetails => ({
    organisationId,
    name: 'Zandkasteel',
    lrkNumber: LrkNumber.parse('000000012'),
    type: 'KDV',
    address: organisationDetails().address,
    costCentre: '',
    joinedOn: calendarDate('2024-01-01'),
    leftOn: null,
  })

  const own = (index: number) =>
    vault.must('report.settle', { organisationId: unit(index), period, recipient: 'HR' })

  async function settled(subject: JointSubject): Promise<FigureInFile[]> {
    const { report } = await vault.must('jointReport.settle', { subject, period, recipient: 'HR' })
    return figuresOf(report)
  }

  const attack = (subject: JointSubject, pdf: FigureInFile[], spreadsheet = pdf) =>
    vault.must('jointReport.attack', { subject, period, pdf, spreadsheet })

  it('finds nothing in the report of a group of 14 and 12, and says that nobody with the program was tried', async () => {
    await organisations([14, 12])
    const answer = await attack(group(), await settled(group()))
    expect(verdicts(answer)).toEqual(WITHSTOOD)
    expect(answer).toMatchObject({ files: SAME, contradiction: [], tables: [], isTruthKnown: true })
  })

  it('finds nothing beside the own reports of the entities and the comparison, before or after', async () => {
    await organisations([14, 12, 6, 8, 9])
    await own(0)
    const figures = await settled(group())
    expect(verdicts(await attack(group(), figures))).toEqual(WITHSTOOD)
    await own(1)
    const all = await settled(caseload)
    expect(verdicts(await attack(group(), figures))).toEqual(WITHSTOOD)
    const answer = await attack(caseload, all)
    expect(verdicts(answer)).toEqual(WITHSTOOD)
    expect(answer.files).toEqual(SAME)
  })

  it('finds nothing in a comparison of five organisations of which nothing else is known', async () => {
    await organisations([9, 3, 6, 4, 7])
    const figures = await settled(caseload)
    expect(figures.length).toBeGreaterThan(1)
    const answer = await attack(caseload, figures)
    expect(verdicts(answer)).toEqual(WITHSTOOD)
    expect(answer.files).toEqual(SAME)
  })

  it('finds a file that says of a small entity how many came, of which a range was agreed', async () => {
    await organisations([14, 3], 'careful')
    const figures = await settled(group())
    expect(verdicts(await attack(group(), figures))).toEqual(WITHSTOOD)
    const total = { period, dimension: 'total', categories: [], among: [unit(1)] }
    const told = figures.map((one) => (one.among?.[0] === unit(1) ? { ...one, value: 3 } : one))
    const answer = await attack(group(), figures, told)
    expect(answer.files).toEqual([
      SAME[0],
      {
        file: 'spreadsheet',
        notInLedger: [{ ...total, value: 3 }],
        notInFile: [{ ...total, value: { from: 0, to: 4 } }],
      },
    ])
    expect(verdicts(answer)).toContain('L0 broken')
    expect(answer.attacks[0]?.findings).toContainEqual({ about: total, min: 3, max: 3 })
  })

  it('finds a file that prints the row of one entity, and names the entity', async () => {
    await organisations([14, 12])
    const figures = await settled(group())
    const row = { period, dimension: 'subject', categories: ['bullying'], among: [unit(1)] }
    const answer = await attack(group(), [...figures, { ...row, value: 1 }], figures)
    expect(answer.files).toEqual([
      { file: 'pdf', notInLedger: [{ ...row, value: 1 }], notInFile: [] },
      SAME[1],
    ])
    expect(verdicts(answer)).toEqual(expect.arrayContaining(['L0 broken', 'L1 broken', 'L4 broken']))
    expect(answer.attacks[1]?.findings).toContainEqual({ about: row, min: 1, max: 1 })
  })

  it('knows which location is whose: the rows of one entity and its total tell how many came from none', async () => {
    await organisations([0, 0])
    const place = (await vault.must('location.save', { id: null, details: locationOf(unit(0)) })).id
    const as = () => ({ locationId: place })
    await comeToReport(vault, unit(0), { count: 10, from: '2025-01-05', daysApart: 9, as })
    await comeToReport(vault, unit(0), { count: 4, from: '2025-02-05', daysApart: 9 })
    await comeToReport(vault, unit(1), { count: 12, from: '2025-01-05', daysApart: 9 })
    const choices: ReportChoices = {
      dimensions: [{ dimension: 'location', from: 'locations' }],
      crossTables: [],
    }
    await vault.must('jointReport.saveChoices', { subject: group(), period, choices })
    const figures = (await settled(group())).filter(({ dimension }) => dimension === 'total')
    const rows = { [place]: 10, none: 16 }
    const printed = Object.entries(rows).map(([category, value]) => ({
      period,
      dimension: 'location',
      categories: [category],
      value,
    }))
    const { attacks } = await attack(group(), [...figures, ...printed])
    expect(attacks[0]?.findings).toContainEqual({
      about: { period, dimension: 'location', categories: ['none'], among: [unit(0)] },
      min: 4,
      max: 4,
    })
  })

  it('says of the file of another year which figures are not of this report and which are missing', async () => {
    await organisations([14, 12])
    const figures = await settled(group())
    const other = figures.map((one) => ({ ...one, period: wholeYear(2024) }))
    const answer = await attack(group(), other, figures)
    expect(answer.files).toEqual([{ file: 'pdf', notInLedger: other, notInFile: figures }, SAME[1]])
  })

  it('names figures that cannot all be true, as a figure that was typed in wrongly afterwards', async () => {
    await organisations([14, 12])
    const figures = await settled(group())
    const total = { period, dimension: 'total', categories: [] }
    await vault.must('ledger.enter', {
      organisationId: unit(1),
      recipient: 'Directie',
      document: 'Jaarverslag op papier',
      handedOverOn: calendarDate('2026-02-01'),
      figures: [{ ...total, value: 21, page: '' }],
    })
    const { contradiction, attacks } = await attack(group(), figures)
    expect(contradiction).toContainEqual({ ...total, among: [unit(1)], value: 21 })
    expect(attacks).toEqual([])
  })

  it('goes on when cases were destroyed since, judging only what is certain', async () => {
    await organisations([14, 12])
    await own(0)
    const figures = await settled(group())
    for (const id of cases.slice(0, 3))
      await vault.must('case.destroy', {
        id,
        reason: 'on-request',
        secret: { recoveryKey: vault.recoveryKey },
      })
    const answer = await attack(group(), figures)
    expect(answer.isTruthKnown).toBe(false)
    expect(verdicts(answer)).toEqual(WITHSTOOD)
    const leak = { period, dimension: 'role', categories: ['trainee'], among: [unit(0)], value: 2 }
    expect(verdicts(await attack(group(), [...figures, leak]))).toContain('L1 broken')
  })

  it('attacks nothing that is not settled', async () => {
    await organisations([14, 12])
    const of = { subject: group(), period, pdf: [], spreadsheet: [] }
    expect(await vault.ask('jointReport.attack', of)).toEqual({ refused: 'report-not-settled' })
    await vault.must('jointReport.preview', { subject: group(), period })
    expect(await vault.ask('jointReport.attack', of)).toEqual({ refused: 'report-not-settled' })
  })

  it('tells how far it is and stops when it is told to', async () => {
    await organisations([14, 12])
    const figures = await settled(group())
    const of = { subject: group(), period }
    const running = vault.ask('jointReport.attack', { ...of, pdf: figures, spreadsheet: figures })
    await vault.must('jointReport.stop', of)
    expect(await running).toEqual({ refused: 'superseded' })
    await attack(group(), figures)
    const told = vault.events.flatMap((event) =>
      event.event === 'progress' && event.total === 100 ? [event.done] : [],
    )
    expect(told.length).toBeGreaterThan(2)
    expect(Math.max(...told)).toBeGreaterThan(50)
  })
})
