import { type CaseFile } from '#shared/casework/case-file.ts'
import { countingHalf } from '#shared/casework/late-case.ts'
import { type CountedMelder, countMelders, NO_LOCATION } from '#shared/casework/melders.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { SUB_SUBJECTS } from '#shared/casework/subjects.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { halvesOf } from '#shared/statistics/report-period.ts'
import { type Intention, put } from '../caseload.ts'
import { type CaseloadRecord } from '../caseload-kinds.ts'
import { type Unlocked } from '../unlocked.ts'
import { type ReportKey, settledReport } from './kept-reports.ts'

type Remainder = CaseloadRecord<'remainder'>

/** Categories of people of whom it is not known: a remainder can be one of them without saying anything false. */
const NOT_KNOWN = ['not-named', 'unknown', NO_LOCATION]

/** Rows that were printed are as fine as may be kept; what was hidden is kept as one. */
function printedRow(report: AnnualReport, dimension: string, category: string): string[] | null {
  const rows = report.figures.tables.find((table) => table.dimension === dimension)?.rows ?? []
  const own = rows.find(({ categories }) => categories.includes(category))
  if (own === undefined) return null
  if (own.value !== 'hidden') return own.categories
  return rows.filter(({ value }) => value === 'hidden').flatMap(({ categories }) => categories)
}

/**
 * What stays when a case is destroyed of which a settled half-year counted the melder, while its year is still to be
 * reported: that somebody came, no finer than it was printed. Without her the figures of the year would contradict
 * those of its half. Nothing for any other case: erased before it was reported, it counts no more.
 */
export function remainderOf(
  vault: Unlocked,
  caseFile: CaseFile,
  cases: Parameters<typeof countMelders>[0],
): Intention[] {
  const half = countingHalf(caseFile)
  const year = Number(half.slice(0, 4))
  const { organisationId } = caseFile
  const report = settledReport(vault, {
    organisationId,
    period: { year, half: half.endsWith('1') ? 'first-half' : 'second-half' },
  })
  if (report === null || settledReport(vault, { organisationId, period: wholeYear(year) }) !== null) return []
  const counted = countMelders(
    cases.filter((one) => one.caseFile.melderLink === caseFile.melderLink),
    organisationId,
    report.period,
  )
  const without = countMelders(
    cases.filter((one) => one.caseFile.id !== caseFile.id && one.caseFile.melderLink === caseFile.melderLink),
    organisationId,
    report.period,
  )
  const [melder] = counted
  if (melder === undefined || without.length > 0) return []
  return [
    put('remainder', {
      id: vault.newId(),
      organisationId,
      half,
      subject: printedRow(report, 'subject', melder.subject),
      role: printedRow(report, 'role', melder.role),
      location: printedRow(report, 'location', melder.location),
    }),
  ]
}

function within<Category extends string>(
  row: readonly string[] | null,
  all: readonly Category[],
  usual: Category,
): Category {
  if (row === null || row.includes(usual)) return usual
  return all.find((category) => row.includes(category)) ?? usual
}

/** Those of whom no case is left but whom a settled half-year counted, in some category of the row that was printed. */
export function remaindersOf(vault: Unlocked, organisationId: string, year: number): CountedMelder[] {
  const halves = halvesOf(wholeYear(year))
  return vault.caseload
    .all('remainder')
    .filter((one) => one.organisationId === organisationId && halves.includes(one.half))
    .map((one: Remainder) => ({
      organisationId,
      melderLink: one.id,
      accusedLink: null,
      subject: within(one.subject, SUB_SUBJECTS, 'not-named'),
      role: within(one.role, MELDER_ROLES, 'unknown'),
      rung: 'support',
      outcome: 'unknown',
      location: within(one.location, one.location ?? [], NO_LOCATION),
      time: one.half,
    }))
}

/** The rows that remainders of a period were kept in: a table may be no finer than they are. */
export function keptRows(
  vault: Unlocked,
  { organisationId, period }: ReportKey,
): { dimension: string; rows: { categories: string[] }[] }[] {
  const halves = halvesOf(period)
  return vault.caseload
    .all('remainder')
    .filter((one) => one.organisationId === organisationId && halves.includes(one.half))
    .flatMap(({ subject, role, location }) =>
      Object.entries({ subject, role, location }).flatMap(([dimension, categories]) =>
        categories === null || categories.some((category) => NOT_KNOWN.includes(category))
          ? []
          : [{ dimension, rows: [{ categories }] }],
      ),
    )
}
