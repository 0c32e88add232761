import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type FigureInFile } from '#shared/contracts/attack-commands.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { type ReportChoices } from '#shared/reports/report-choices.ts'
import { rangeOf } from '#shared/statistics/report-total.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { tokenFor } from '../../support/caseload-driver.ts'
import { copiedCaseload, type NewCaseload } from '../../support/new-caseload.ts'
import { comeToReport, organisationUnderContract } from '../../support/reported-organisation.ts'

const YEAR: ReportPeriod = { year: 2025, half: null }
type Attack = VaultAnswer<'report.attack'>

/** The figures of a report as somebody reads them from its files. */
function figuresOf({ figures, period }: AnnualReport): FigureInFile[] {
  const { from, to } = rangeOf(figures.total)
  return [
    { period, dimension: 'total', categories: [], value: from === to ? from : { from, to } },
    ...figures.tables.flatMap(({ dimension, rows }) => rows.map((row) => ({ period, dimension, ...row }))),
  ]
}

const verdicts = ({ attacks }: Attack): string[] => attacks.map(({ level, verdict }) => `${level} ${verdict}`)
const WITHSTOOD = ['L0', 'L1', 'L2', 'L3', 'L4'].map((level) => `${level} withstood`)

describe('attacking a report from its files', () => {
  let vault: NewCaseload
  let organisationId: Id
  beforeEach(async () => {
    vault = await copiedCaseload()
    organisationId = await organisationUnderContract(vault)
  })
  afterEach(() => vault.discard())

  async function settled(count: number, period = YEAR): Promise<{ report: AnnualReport; cases: Id[] }> {
    const cases = await comeToReport(vault, organisationId, { count, from: '2025-01-05', daysApart: 11 })
    const { report } = await vault.must('report.settle', { organisationId, period, recipient: 'Directie' })
    return { report, cases }
  }

  const attack = (pdf: FigureInFile[], spreadsheet = pdf) =>
    vault.must('report.attack', { organisationId, period: YEAR, pdf, spreadsheet })

  it('withstands everybody, also somebody who knows the program, for whom every table is gone through', async () => {
    const { report } = await settled(21)
    const answer = await attack(figuresOf(report))
    expect(verdicts(answer)).toEqual(WITHSTOOD)
    expect(answer.tables).toEqual(
      ['subject', 'role', 'rung', 'outcome', 'time'].map((dimension) => ({
        dimension,
        outcome: 'withstood',
      })),
    )
    expect(answer).toMatchObject({ contradiction: [], isTruthKnown: true })
    expect(answer.files).toEqual(
      ['pdf', 'spreadsheet'].map((file) => ({ file, notInLedger: [], notInFile: [] })),
    )
  })

  it('asks of a total in a group whether every number in it gives the same report', async () => {
    const other = await organisationUnderContract(vault, { preset: 'careful' })
    await comeToReport(vault, other, { count: 3, from: '2025-01-05', daysApart: 11 })
    const of = { organisationId: other, period: YEAR }
    const { report } = await vault.must('report.settle', { ...of, recipient: 'Directie' })
    const figures = figuresOf(report)
    const answer = await vault.must('report.attack', { ...of, pdf: figures, spreadsheet: figures })
    expect(answer.tables).toEqual([{ dimension: 'total', outcome: 'withstood' }])
    expect(answer.attacks.find(({ level }) => level === 'L3')).toMatchObject({ questions: 5 })
    expect(verdicts(answer)).toEqual(WITHSTOOD)
  })

  it('finds a file that says how many came, of which a range was agreed', async () => {
    const other = await organisationUnderContract(vault, { preset: 'careful' })
    await comeToReport(vault, other, { count: 3, from: '2025-01-05', daysApart: 11 })
    const of = { organisationId: other, period: YEAR }
    await vault.must('report.settle', { ...of, recipient: 'Directie' })
    const told: FigureInFile[] = [{ period: YEAR, dimension: 'total', categories: [], value: 3 }]
    const answer = await vault.must('report.attack', { ...of, pdf: told, spreadsheet: told })
    expect(answer.files[0]?.notInLedger).toEqual(told)
    expect(verdicts(answer)).toContain('L0 broken')
  })

  it('says of each file which figures were never released and which are missing', async () => {
    const { report } = await settled(21)
    const [total, ...rows] = figuresOf(report)
    if (total === undefined) throw new Error('no total')
    const other: FigureInFile = {
      period: YEAR,
      dimension: 'subject',
      categories: ['bullying'],
      crossing: { dimension: 'role', categories: ['trainee'] },
      value: 2,
    }
    const answer = await attack([total, ...rows], [total, other, ...rows.slice(1)])
    expect(answer.files).toEqual([
      { file: 'pdf', notInLedger: [], notInFile: [] },
      { file: 'spreadsheet', notInLedger: [other], notInFile: rows.slice(0, 1) },
    ])
    expect(verdicts(answer)).toContain('L1 broken')
  })

  it('names figures that cannot all be true, and attacks nothing', async () => {
    const { report } = await settled(21)
    const wrong: FigureInFile = { period: YEAR, dimension: 'subject', categories: ['bullying'], value: 22 }
    const answer = await attack([...figuresOf(report), wrong])
    expect(answer.contradiction).toEqual([
      { period: YEAR, dimension: 'total', categories: [], value: 21 },
      wrong,
    ])
    expect(answer.attacks).toEqual([])
  })

  it('names a figure that was typed in wrongly after the report was settled', async () => {
    const { report } = await settled(21)
    await vault.must('ledger.enter', {
      organisationId,
      recipient: 'Directie',
      document: 'Jaarverslag op papier',
      handedOverOn: calendarDate('2026-02-01'),
      figures: [{ period: YEAR, dimension: 'total', categories: [], value: 31, page: '' }],
    })
    const { contradiction } = await attack(figuresOf(report))
    expect(contradiction.map(({ value }) => value).sort()).toEqual([21, 31])
  })

  it('takes figures by what the report at hand does not count for figures all the same', async () => {
    const earlier: FigureInFile = {
      period: { year: 2023, half: null },
      dimension: 'role',
      categories: ['parent'],
      value: 6,
    }
    await vault.must('ledger.enter', {
      organisationId,
      recipient: 'Directie',
      document: 'Jaarverslag op papier',
      handedOverOn: calendarDate('2024-02-01'),
      figures: [{ ...earlier, page: '' }],
    })
    const choices: ReportChoices = {
      dimensions: [{ dimension: 'subject', from: 'main-subjects' }],
      crossTables: [],
    }
    await vault.must('report.saveDraft', { organisationId, period: YEAR, changes: { choices } })
    const { report } = await settled(21)
    expect(verdicts(await attack(figuresOf(report)))).toEqual(WITHSTOOD)
  })

  it('goes on when cases were destroyed since, judging only what is certain', async () => {
    const { report, cases } = await settled(21)
    for (const id of cases.slice(0, 3))
      await vault.must('case.destroy', {
        id,
        reason: 'on-request',
        secret: { recoveryKey: vault.recoveryKey },
      })
    const answer = await attack(figuresOf(report))
    expect(answer.isTruthKnown).toBe(false)
    expect(verdicts(answer)).toEqual(WITHSTOOD)
    expect(answer.contradiction).toEqual([])
    const other: FigureInFile = { period: YEAR, dimension: 'role', categories: ['trainee'], value: 2 }
    expect(verdicts(await attack([...figuresOf(report), other]))).toContain('L1 broken')
  })

  it('tries no table by the program when earlier figures count the same people', async () => {
    await comeToReport(vault, organisationId, { count: 40, from: '2025-01-05', daysApart: 8 })
    const half: ReportPeriod = { year: 2025, half: 'first-half' }
    await vault.must('report.settle', { organisationId, period: half, recipient: 'Directie' })
    const { report } = await vault.must('report.settle', {
      organisationId,
      period: YEAR,
      recipient: 'Directie',
    })
    const answer = await attack(figuresOf(report))
    expect(new Set(answer.tables.map(({ outcome }) => outcome))).toEqual(new Set(['earlier-figures']))
    expect(verdicts(answer)).toContain('L3 not-played')
  })

  it('tells how far it is and stops when it is told to', async () => {
    const { report } = await settled(21)
    const figures = figuresOf(report)
    const of = { organisationId, period: YEAR }
    const running = vault.ask('report.attack', { ...of, pdf: figures, spreadsheet: figures })
    await vault.must('report.stop', of)
    expect(await running).toEqual({ refused: 'superseded' })
    await attack(figures)
    const told = vault.events.flatMap((event) =>
      event.event === 'progress' && event.total === 100 ? [event.done] : [],
    )
    expect(told.length).toBeGreaterThan(4)
    expect(Math.max(...told)).toBeGreaterThan(50)
  })

  it('recognises a file byte for byte, and reads nothing else of it', async () => {
    const [pdf, spreadsheet] = [new Uint8Array([37, 80, 68, 70]), new Uint8Array([80, 75, 3, 4, 5])]
    const path = join(vault.folder, 'gegeven.pdf')
    const is = async () =>
      vault.ask('report.recogniseFile', { token: tokenFor(vault, path), pdf, spreadsheet })
    await writeFile(path, pdf)
    expect(await is()).toEqual({ is: 'pdf' })
    await appendFile(path, 'meer')
    expect(await is()).toEqual({ is: 'neither' })
    await writeFile(path, spreadsheet)
    expect(await is()).toEqual({ is: 'spreadsheet' })
    await writeFile(path, '')
    expect(await is()).toEqual({ is: 'neither' })
    expect(
      await vault.ask('report.recogniseFile', { token: tokenFor(vault, `${path}x`), pdf, spreadsheet }),
    ).toMatchObject({ refused: 'file-unreadable' })
    expect(
      await vault.ask('report.recogniseFile', { token: tokenFor(vault, vault.folder), pdf, spreadsheet }),
    ).toMatchObject({ refused: 'file-unreadable' })
    expect(await vault.ask('report.recogniseFile', { token: 'onbekend', pdf, spreadsheet })).toMatchObject({
      refused: 'not-found',
    })
  })
})
