import { type CaseFile, OUTCOMES } from '#shared/casework/case-file.ts'
import { LADDER } from '#shared/casework/ladder.ts'
import { countingHalf, movedOn } from '#shared/casework/late-case.ts'
import {
  type CountedMelder,
  countMelders,
  mainCases,
  NO_LOCATION,
  type WrittenCase,
} from '#shared/casework/melders.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { SUB_SUBJECTS } from '#shared/casework/subjects.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { type ProtectedReport } from '#shared/statistics/protected-report.ts'
import { type HalfYear, halvesOf } from '#shared/statistics/report-period.ts'
import { type CaseloadRecord, type KindedRecord } from '../caseload-kinds.ts'
import { type Unlocked } from '../unlocked.ts'
import { closedHalves, type ReportKey, settledReport } from './kept-reports.ts'

type Remainder = CaseloadRecord<'remainder'>

/** Categories of people of whom it is not known: a remainder can be one of them without saying anything false. */
const NOT_KNOWN = ['not-named', 'unknown', NO_LOCATION]

/** Settled figures that count somebody of this half-year and say less than her own year will: its half, or joint ones. */
function figuresOut(vault: Unlocked, organisationId: string, half: HalfYear): ProtectedReport[] {
  const own = vault.caseload.all('report').filter((report) => report.organisationId === organisationId)
  const joint = vault.caseload
    .all('joint-report')
    .flatMap(({ among, settled }) => (settled !== null && among.includes(organisationId) ? [settled] : []))
  return [...own, ...joint]
    .filter(({ period }) => halvesOf(period).includes(half))
    .map(({ figures }) => figures)
}

/** The row that she stood in: printed ones are as fine as may be kept, hidden ones are kept as one. */
function printedRow({ tables }: ProtectedReport, dimension: string, category: string): string[] | null {
  const rows = tables.find((table) => table.dimension === dimension)?.rows ?? []
  const own = rows.find(({ categories }) => categories.includes(category))
  if (own === undefined) return null
  if (own.value !== 'hidden') return own.categories
  return rows.filter(({ value }) => value === 'hidden').flatMap(({ categories }) => categories)
}

/** The categories that she can have by all figures that are out; `null` where none of them counts by this. */
function rowIn(figures: readonly ProtectedReport[], dimension: string, category: string): string[] | null {
  const rows = figures.map((one) => printedRow(one, dimension, category)).filter((row) => row !== null)
  const [first, ...others] = rows
  return first?.filter((one) => others.every((row) => row.includes(one))) ?? null
}

/**
 * What stays when a case is destroyed whose melder stands in settled figures, while her year is still to be reported:
 * that somebody came, no finer than it was printed, and another case of hers, from then on in a half-year that is open.
 * Without her the figures of the year would contradict those that are out. Nothing for any other case: erased before it
 * was reported, it counts no more.
 */
export function remainderOf(
  vault: Unlocked,
  caseFile: CaseFile,
  cases: readonly WrittenCase[],
): KindedRecord[] {
  const half = countingHalf(caseFile)
  const { organisationId } = caseFile
  const period = wholeYear(Number(half.slice(0, 4)))
  const figures = figuresOut(vault, organisationId, half)
  if (figures.length === 0 || settledReport(vault, { organisationId, period }) !== null) return []
  const hers = cases.filter((one) => one.caseFile.melderLink === caseFile.melderLink)
  const isMain = mainCases(hers, organisationId, period).some(({ main }) => main.caseFile.id === caseFile.id)
  const [melder] = countMelders(hers, organisationId, period)
  if (!isMain || melder === undefined) return []
  const others = hers.map((one) => one.caseFile).filter(({ id }) => id !== caseFile.id)
  const late = movedOn(others, (id) => closedHalves(vault, id))
  return [
    {
      kind: 'remainder',
      value: {
        id: vault.newId(),
        organisationId,
        half,
        subject: rowIn(figures, 'subject', melder.subject),
        role: rowIn(figures, 'role', melder.role),
        rung: rowIn(figures, 'rung', melder.rung),
        outcome: rowIn(figures, 'outcome', melder.outcome),
        location: rowIn(figures, 'location', melder.location),
      },
    },
    ...late.map((value): KindedRecord => ({ kind: 'case', value })),
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
      rung: within(one.rung, LADDER, 'support'),
      outcome: within(one.outcome, [...OUTCOMES, 'open'], 'unknown'),
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
    .flatMap(({ subject, role, rung, outcome, location }) =>
      Object.entries({ subject, role, rung, outcome, location }).flatMap(([dimension, categories]) =>
        categories === null || categories.some((category) => NOT_KNOWN.includes(category))
          ? []
          : [{ dimension, rows: [{ categories }] }],
      ),
    )
}
