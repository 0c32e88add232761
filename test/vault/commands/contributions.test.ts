import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Id } from '#shared/kernel/id.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { tokenFor } from '../../support/caseload-driver.ts'
import { newCaseload, type NewCaseload, organisationDetails } from '../../support/new-caseload.ts'
import { rememberingArgon2id } from '../quick-kdf.ts'
import { comeToReport, organisationUnderContract } from '../../support/reported-organisation.ts'

const YEAR: ReportPeriod = { year: 2025, half: null }
const WORDS = 'lijster  Kompas broodje vuurtoren'

describe('one report of what two advisors counted', () => {
  let own: NewCaseload
  let colleague: NewCaseload
  let organisationId: Id
  let theirs: Id
  let file: Uint8Array
  let files = 0

  beforeAll(async () => {
    const kdf = rememberingArgon2id()
    own = await newCaseload('2026-02-01', { kdf })
    colleague = await newCaseload('2026-02-01', { kdf })
    organisationId = await organisationUnderContract(own)
    theirs = await organisationUnderContract(colleague)
    await comeToReport(own, organisationId, { count: 12, from: '2025-01-20', daysApart: 25 })
    await comeToReport(colleague, theirs, { count: 9, from: '2025-01-25', daysApart: 30 })
    file = (await colleague.must('contribution.seal', { organisationId: theirs, period: YEAR, words: WORDS }))
      .file
  }, 60_000)
  afterAll(() => Promise.all([own.discard(), colleague.discard()]))

  type About = { id?: Id; period?: ReportPeriod; words?: string }
  const open = async (bytes: Uint8Array, about: About = {}, by: NewCaseload = own) => {
    files += 1
    const path = join(by.folder, `bijdrage-${files}.luwte`)
    await writeFile(path, bytes)
    return by.ask('contribution.open', {
      organisationId: about.id ?? (by === own ? organisationId : theirs),
      period: about.period ?? YEAR,
      words: about.words ?? 'lijster kompas broodje vuurtoren ',
      token: tokenFor(by, path),
    })
  }
  const merge = async (bytes: Uint8Array, about: About = {}) => {
    const opened = await open(bytes, about)
    if ('refused' in opened) return opened
    return own.ask('contribution.merge', {
      organisationId: about.id ?? organisationId,
      period: about.period ?? YEAR,
      contributionId: opened.id,
    })
  }
  const total = async () =>
    (await own.must('report.preview', { organisationId, period: YEAR })).report.figures.total

  it('is refused with other words, and when a single byte was changed or lost', async () => {
    expect(await merge(file, { words: 'lijster kompas broodje molen' })).toEqual({ refused: 'wrong-words' })
    for (const at of [20, 40, 100, file.length - 1]) {
      const changed = file.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await merge(changed)).toEqual({ refused: 'contribution-damaged' })
    }
    expect(await merge(file.slice(0, -1))).toEqual({ refused: 'contribution-damaged' })
    expect(await merge(new TextEncoder().encode('LUWTE?'))).toEqual({ refused: 'not-a-contribution' })
    expect(await total()).toEqual({ shown: 'exact', value: 12 })
  })

  it('is refused of another organisation and another period', async () => {
    const { id } = await own.must('organisation.save', {
      id: null,
      details: organisationDetails({ kvkNumber: '00000002' }),
    })
    expect(await merge(file, { id })).toEqual({ refused: 'contribution-of-another-organisation' })
    expect(await merge(file, { period: { year: 2024, half: null } })).toEqual({
      refused: 'contribution-of-another-period',
    })
  })

  it('says whose it is and about what before it counts, and counts nothing by that', async () => {
    expect(await open(file)).toEqual({
      id: expect.stringMatching(/^[0-9a-z]{26}$/) as string,
      from: 'Proefpersoon Adviseur',
      organisationName: 'Kinderopvang Fantasia',
      period: YEAR,
      madeOn: '2026-02-01',
      obstacle: null,
    })
    expect(await open(file, { period: { year: 2024, half: null } })).toMatchObject({
      period: YEAR,
      obstacle: 'contribution-of-another-period',
    })
    expect(await total()).toEqual({ shown: 'exact', value: 12 })
    expect(
      await own.ask('contribution.merge', { organisationId, period: YEAR, contributionId: theirs }),
    ).toEqual({ refused: 'not-found', fields: ['contributionId'] })
  })

  it('is never counted by whoever made it, also not after a restart', async () => {
    expect(await open(file, {}, colleague)).toMatchObject({ obstacle: 'contribution-own' })
    colleague = await colleague.reopen()
    const opened = await colleague.must('contribution.open', {
      organisationId: theirs,
      period: YEAR,
      words: WORDS,
      token: tokenFor(colleague, join(colleague.folder, `bijdrage-${files}.luwte`)),
    })
    expect(
      await colleague.ask('contribution.merge', {
        organisationId: theirs,
        period: YEAR,
        contributionId: opened.id,
      }),
    ).toEqual({ refused: 'contribution-own' })
  })

  it('is not made with words that are mostly spaces or too short, naming the field', async () => {
    const tooShort = [' '.repeat(20), 'a           b', '!?!?!?!?!?!?!?', 'kort woord', '']
    for (const words of tooShort)
      expect(await own.ask('contribution.seal', { organisationId, period: YEAR, words }), words).toEqual({
        refused: 'invalid-input',
        fields: ['words'],
      })
  })

  it('holds no case, no note and no date of one', () => {
    expect(Buffer.from(file).includes('Fantasia')).toBe(false)
    expect(file.length).toBeLessThan(5000)
  })

  it('counts under the same guarantee, once, and can be taken out again before the report is settled', async () => {
    const merged = await merge(file)
    expect(merged).toHaveProperty('id')
    expect(await merge(file)).toEqual({ refused: 'contribution-twice' })
    const again = await colleague.must('contribution.seal', {
      organisationId: theirs,
      period: { year: 2025, half: 'first-half' },
      words: WORDS,
    })
    expect(await merge(again.file, { period: { year: 2025, half: 'first-half' } })).toEqual({
      refused: 'contribution-twice',
    })
    const { report } = await own.must('report.preview', { organisationId, period: YEAR })
    expect(report.figures.total).toEqual({ shown: 'exact', value: 21 })
    expect(report.advisorCount).toBe(2)
    for (const { rows } of report.figures.tables)
      expect(rows.reduce((sum, { value }) => sum + (value === 'hidden' ? 0 : value), 0)).toBeLessThanOrEqual(
        21,
      )
    const { contributions } = await own.must('contribution.list', { organisationId })
    expect(contributions).toMatchObject([{ from: 'Proefpersoon Adviseur', madeOn: '2026-02-01' }])
    await own.must('contribution.remove', { id: contributions[0]?.id ?? '' })
    expect(await total()).toEqual({ shown: 'exact', value: 12 })
  })

  it('makes no location, no cross table and no half-year of a colleague whose counts are too coarse', async () => {
    await merge(file)
    const ask = (period: ReportPeriod) => own.ask('report.preview', { organisationId, period })
    expect(await ask({ year: 2025, half: 'second-half' })).toEqual({
      refused: 'contribution-in-the-way',
      fields: ['period'],
    })
    await own.must('report.saveDraft', {
      organisationId,
      period: YEAR,
      changes: {
        choices: {
          dimensions: [
            { dimension: 'subject', from: 'main-subjects' },
            { dimension: 'location', from: 'locations' },
          ],
          crossTables: [['subject', 'location']],
        },
      },
    })
    expect(await ask(YEAR)).toEqual({
      refused: 'contribution-in-the-way',
      fields: ['location', 'crossTables'],
    })
  })

  it('stands once the report is settled', async () => {
    await own.must('report.saveDraft', {
      organisationId,
      period: YEAR,
      changes: { choices: { dimensions: [{ dimension: 'role', from: 'roles' }], crossTables: [] } },
    })
    const { report } = await own.must('report.settle', { organisationId, period: YEAR, recipient: 'HR' })
    expect(report.figures.total).toEqual({ shown: 'exact', value: 21 })
    const { contributions } = await own.must('contribution.list', { organisationId })
    expect(await own.ask('contribution.remove', { id: contributions[0]?.id ?? '' })).toEqual({
      refused: 'contribution-reported',
    })
    expect(contributions.map((one) => one.isReported)).toEqual([true])
    expect(report.advisorCount).toBe(2)
    expect(await own.ask('contribution.seal', { organisationId, period: YEAR, words: WORDS })).toEqual({
      refused: 'contribution-after-report',
    })
  })

  it('comes too late once a report of its period is settled without it', async () => {
    const before: ReportPeriod = { year: 2024, half: null }
    await own.must('report.settle', { organisationId, period: before, recipient: 'HR' })
    const late = await colleague.must('contribution.seal', {
      organisationId: theirs,
      period: before,
      words: WORDS,
    })
    expect(await open(late.file, { period: before })).toMatchObject({ obstacle: 'contribution-too-late' })
  })

  it('is sealed anew each time, and never twice alike', async () => {
    const again = await colleague.must('contribution.seal', {
      organisationId: theirs,
      period: YEAR,
      words: WORDS,
    })
    expect(Buffer.compare(Buffer.from(again.file), Buffer.from(file))).not.toBe(0)
  })
})
