import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { Line } from '../kernel/text.ts'
import { Fingerprint, fingerprint } from './fingerprint.ts'
import type { ProtectedReport } from './protected-report.ts'
import type { ReportTotal } from './presets.ts'
import { ReportPeriod } from './report-period.ts'

/** What stood in a document: a number, a range with both ends in it, or that a cell was not shown. */
export const LedgerValue = z.union([
  z.int().nonnegative(),
  z.literal('hidden'),
  z.strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() }),
])
export type LedgerValue = z.infer<typeof LedgerValue>

/** Dimension of a figure that counts all melders of its period. */
export const TOTAL = 'total'

/**
 * One figure that was handed to somebody. Reports made by hand before are entered in the same form, or subtraction
 * starts blind. Every entry holds the hash of the one before it, so that none can be changed or left out unseen.
 */
export const LedgerFigure = z.strictObject({
  organisationId: Id,
  reportId: Id,
  period: ReportPeriod,
  dimension: z.string().min(1),
  categories: z.array(z.string().min(1)),
  /** For a cell of a cross table: the second dimension that it counts by. It enters the hash only where it stands. */
  crossing: z
    .strictObject({ dimension: z.string().min(1), categories: z.array(z.string().min(1)).min(1) })
    .optional(),
  /** For a figure that counts several organisations at once: which ones. In the hash only where it stands, too. */
  among: z.array(Id).min(2).optional(),
  value: LedgerValue,
  /** For an entry that corrects one that was typed in: the hash of that one. In the hash only where it stands, too. */
  replaces: Fingerprint.optional(),
  /** Where the entry that it replaces was a mistake altogether, and nothing was handed over: it has no other value. */
  isWithdrawn: z.literal(true).optional(),
  recipient: Line,
  document: Line,
  settledOn: CalendarDate,
  previousHash: Fingerprint,
  hash: Fingerprint,
})
export type LedgerFigure = z.infer<typeof LedgerFigure>

/** `previousHash` of the very first entry. */
export const LEDGER_START: Fingerprint = '0'.repeat(64)

/** An entry before it is chained. */
export type HandedOver = Omit<LedgerFigure, 'previousHash' | 'hash'>

/** Chains entries behind the last hash of the ledger (`LEDGER_START` when it is empty). */
export function chained(entries: readonly HandedOver[], lastHash: Fingerprint): LedgerFigure[] {
  let previousHash = lastHash
  return entries.map((entry) => {
    const figure = { ...entry, previousHash, hash: hashOf(entry, previousHash) }
    previousHash = figure.hash
    return figure
  })
}

/**
 * The entries of a report that is settled: its total and every value, hidden ones too. They stay targets. A report that
 * counts several organisations (`among`, all of them) is written down for each, and for each entity of a group its own
 * total too.
 */
export function ledgerEntries(
  report: ProtectedReport,
  handover: { recipient: string; document: string; settledOn: CalendarDate },
  lastHash: Fingerprint,
  among: readonly Id[] = [],
): LedgerFigure[] {
  const { about, reportId, period } = report
  const shared = { reportId, period, ...handover }
  if (about.kind === 'organisation')
    return chained(
      valuesOf(report).map((value) => ({ ...shared, organisationId: about.organisationId, ...value })),
      lastHash,
    )
  const all = about.kind === 'group' ? about.entities.map(({ organisationId }) => organisationId) : [...among]
  if (about.kind === 'caseload' && all.length !== about.organisations)
    throw new Error('among: not the organisations of the report')
  const own =
    about.kind === 'group'
      ? about.entities.map(({ organisationId, total }) => ({
          ...shared,
          organisationId,
          dimension: TOTAL,
          categories: [],
          value: totalValue(total),
        }))
      : []
  const together = all.flatMap((organisationId) =>
    valuesOf(report).map((value) => ({
      ...shared,
      organisationId,
      ...value,
      ...(all.length > 1 ? { among: all } : {}),
    })),
  )
  return chained([...own, ...together], lastHash)
}

type PrintedValue = Pick<LedgerFigure, 'dimension' | 'categories' | 'crossing' | 'value'>

function valuesOf({ total, tables, crossTables }: ProtectedReport): PrintedValue[] {
  const rows = tables.flatMap(({ dimension, rows: printed }) => printed.map((row) => ({ dimension, ...row })))
  const cells = crossTables.flatMap(({ dimensions: [dimension, other], rows: lines, columns, values }) =>
    lines.flatMap((categories, row) =>
      columns.map((crossed, column) => ({
        dimension,
        categories,
        crossing: { dimension: other, categories: crossed },
        value: values[row]?.[column] ?? ('hidden' as const),
      })),
    ),
  )
  return [{ dimension: TOTAL, categories: [], value: totalValue(total) }, ...rows, ...cells]
}

/**
 * The figures that hold: what was corrected as it was corrected last, in the place of the entry that was first, and
 * without what was withdrawn. The ledger itself keeps them all.
 */
export function standing(ledger: readonly LedgerFigure[]): LedgerFigure[] {
  const corrections = new Map(
    ledger.flatMap((figure) => (figure.replaces === undefined ? [] : [[figure.replaces, figure] as const])),
  )
  const asCorrected = (figure: LedgerFigure): LedgerFigure => {
    const later = corrections.get(figure.hash)
    return later === undefined ? figure : asCorrected(later)
  }
  return ledger
    .filter(({ replaces }) => replaces === undefined)
    .map(asCorrected)
    .filter(({ isWithdrawn }) => isWithdrawn === undefined)
}

/** The index of the first entry that does not follow from the one before, or that corrects none before it, or null when the chain holds. */
export function brokenLink(ledger: readonly LedgerFigure[]): number | null {
  let previousHash = LEDGER_START
  const before = new Set<Fingerprint>()
  for (const [index, figure] of ledger.entries()) {
    if (figure.previousHash !== previousHash || figure.hash !== hashOf(figure, previousHash)) return index
    if (figure.replaces !== undefined && !before.has(figure.replaces)) return index
    previousHash = figure.hash
    before.add(figure.hash)
  }
  return null
}

function totalValue(total: ReportTotal): LedgerValue {
  switch (total.shown) {
    case 'exact':
      return total.value
    case 'band':
      return { from: total.from, to: total.to }
    case 'below':
      return { from: 0, to: total.below - 1 }
  }
}

/** Written out field by field: what else a caller's object holds has no part in it. */
function hashOf(entry: HandedOver, previousHash: Fingerprint): Fingerprint {
  const { organisationId, reportId, period, dimension, categories, crossing, among } = entry
  const { value, replaces, isWithdrawn, recipient, document, settledOn } = entry
  return fingerprint({
    organisationId,
    reportId,
    period,
    dimension,
    categories,
    ...(crossing === undefined ? {} : { crossing }),
    ...(among === undefined ? {} : { among }),
    value,
    ...(replaces === undefined ? {} : { replaces }),
    ...(isWithdrawn === undefined ? {} : { isWithdrawn }),
    recipient,
    document,
    settledOn,
    previousHash,
  })
}
