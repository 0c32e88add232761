import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaseDetails } from '#shared/casework/case-file.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { tokenFor } from '../../support/caseload-driver.ts'
import { newCaseload, type NewCaseload } from '../../support/new-caseload.ts'
import { comeToReport, organisationUnderContract } from '../../support/reported-organisation.ts'
import { rememberingArgon2id } from '../quick-kdf.ts'

const YEAR: ReportPeriod = { year: 2025, half: null }
const WORDS = 'lijster kompas broodje vuurtoren'

describe('a report of two advisors whose melders speak of the same person', () => {
  let own: NewCaseload
  let colleague: NewCaseload

  beforeAll(async () => {
    const kdf = rememberingArgon2id()
    own = await newCaseload('2026-02-01', { kdf })
    colleague = await newCaseload('2026-02-01', { kdf })
  }, 60_000)
  afterAll(() => Promise.all([own.discard(), colleague.discard()]))

  const come = async (vault: NewCaseload, organisationId: Id, count: number, as: Partial<CaseDetails>) => {
    const people = { count, from: '2025-02-03', daysApart: 9, as: () => as }
    const [first = ''] = await comeToReport(vault, organisationId, people)
    return first
  }
  const bullying = { subjects: ['bullying' as const], melderRole: 'professional' as const }
  const workload = { subjects: ['workload' as const], melderRole: 'professional' as const }

  /** So many about bullying come to her and to her colleague, beside many about workload; what the report shows then. */
  const subjectsShown = async (counts: { own: number; colleague: number; isOnePerson: boolean }) => {
    const comeAbout = async (vault: NewCaseload, count: number) => {
      const organisationId = await organisationUnderContract(vault)
      await come(vault, organisationId, 8, workload)
      const first = await come(vault, organisationId, Math.min(1, count), bullying)
      const same = counts.isOnePerson ? { sameAccusedAs: first } : {}
      await come(vault, organisationId, count - 1, { ...bullying, ...same })
      return organisationId
    }
    const organisationId = await comeAbout(own, counts.own)
    const theirs = await comeAbout(colleague, counts.colleague)
    const asked = { organisationId: theirs, period: YEAR, words: WORDS }
    const { file } = await colleague.must('contribution.seal', asked)
    const path = join(own.folder, `bijdrage-${organisationId}.luwte`)
    await writeFile(path, file)
    const of = { organisationId, period: YEAR }
    const token = tokenFor(own, path)
    const { id } = await own.must('contribution.open', { ...of, words: WORDS, token })
    await own.must('contribution.merge', { ...of, contributionId: id })
    const { report } = await own.must('report.preview', of)
    expect(report.figures.total).toEqual({ shown: 'exact', value: 16 + counts.own + counts.colleague })
    const rows = report.figures.tables.find(({ dimension }) => dimension === 'subject')?.rows ?? []
    const apart = rows.find(
      ({ categories }) => categories.includes('bullying') && !categories.includes('workload'),
    )
    return apart?.value ?? 'together'
  }

  it('shows twelve about bullying, six of each, where they speak of different people', async () => {
    expect(await subjectsShown({ own: 6, colleague: 6, isOnePerson: false })).toBe(12)
  }, 20_000)

  it('takes them to speak of one person where hers do and her colleague’s do, and shows no twelve', async () => {
    expect(await subjectsShown({ own: 6, colleague: 6, isOnePerson: true })).not.toBe(12)
  }, 20_000)

  it('shows no group of which the one, who knows her own, could read the few of the other', async () => {
    expect(await subjectsShown({ own: 2, colleague: 9, isOnePerson: false })).toBe('together')
    expect(await subjectsShown({ own: 9, colleague: 2, isOnePerson: false })).toBe('together')
  }, 20_000)
})
