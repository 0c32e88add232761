import { refuse, type Refusal } from '../kernel/refusal.ts'
import { meets, type Condition } from './atom-space.ts'
import { TOTAL, type LedgerFigure } from './ledger.ts'
import { yearsOf } from './report-period.ts'
import { categoriesOf, type ReportDimension, type ReportMelder } from './report-dimension.ts'

/** A figure of the ledger in the terms of the report at hand. */
export type EarlierFigure = { reportId: string; condition: Condition; value: LedgerFigure['value'] }

/** Name of the dimension that cuts a year in halves, by which half-yearly figures are understood. */
const HALF = 'half'

/**
 * The figures of the ledger about the same organisation and year; other years share no melder with this one.
 * Refused, naming the earlier report, when a figure counts by something that the report does not know, or when it
 * says something else than the caseload says now: printing both would show the difference.
 */
export function earlierFigures(
  ledger: readonly LedgerFigure[],
  about: { organisationId: string; year: number },
  dimensions: readonly ReportDimension[],
  melders: readonly ReportMelder[],
): EarlierFigure[] | Refusal<'earlier-figures-in-the-way'> {
  const found: EarlierFigure[] = []
  for (const figure of ledger) {
    if (figure.organisationId !== about.organisationId || !yearsOf(figure.period).includes(about.year))
      continue
    if ('from' in figure.period) return refuse('earlier-figures-in-the-way', figure.reportId)
    const condition = conditionOf(figure)
    const understood = [...condition].every(([name, categories]) => {
      const dimension = dimensions.find((other) => other.name === name)
      return (
        dimension !== undefined && categories.every((category) => categoriesOf(dimension).includes(category))
      )
    })
    const count = melders.filter((melder) => meets(melder, condition)).length
    if (!understood || !agrees(count, figure.value))
      return refuse('earlier-figures-in-the-way', figure.reportId)
    found.push({ reportId: figure.reportId, condition, value: figure.value })
  }
  return found
}

function conditionOf({ period, dimension, categories }: LedgerFigure): Condition {
  const condition = new Map<string, readonly string[]>()
  if (dimension !== TOTAL) condition.set(dimension, categories)
  if ('year' in period && period.half !== null)
    condition.set(
      HALF,
      (condition.get(HALF) ?? [period.half]).filter((half) => half === period.half),
    )
  return condition
}

function agrees(count: number, value: LedgerFigure['value']): boolean {
  if (value === 'hidden') return true
  if (typeof value === 'number') return value === count
  return count >= value.from && count <= value.to
}
