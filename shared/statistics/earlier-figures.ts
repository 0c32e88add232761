import { refuse, type Refusal } from '../kernel/refusal.ts'
import { meets, type Condition } from './atom-space.ts'
import { TOTAL, type LedgerFigure } from './ledger.ts'
import { categoriesOf, type ReportDimension, type ReportMelder } from './report-dimension.ts'
import { halvesOf, overlaps, type ReportPeriod } from './report-period.ts'
import { TIME } from './report-time.ts'

/** A figure of the ledger in the terms of the report at hand. */
export type EarlierFigure = { reportId: string; condition: Condition; value: LedgerFigure['value'] }

/**
 * The figures of the ledger about the same organisation and year; other years share no melder with this one.
 * Refused, naming the earlier report, when a figure counts by something that the report does not know, or when it
 * says something else than the caseload says now: printing both would show the difference.
 */
export function earlierFigures(
  ledger: readonly LedgerFigure[],
  about: { organisationId: string; period: ReportPeriod },
  dimensions: readonly ReportDimension[],
  melders: readonly ReportMelder[],
): EarlierFigure[] | Refusal<'earlier-figures-in-the-way'> {
  const found: EarlierFigure[] = []
  for (const figure of ledger) {
    if (figure.organisationId !== about.organisationId || !overlaps(figure.period, about.period)) continue
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
  const halves: readonly string[] = halvesOf(period)
  if (halves.length === 1)
    condition.set(
      TIME,
      (condition.get(TIME) ?? halves).filter((half) => halves.includes(half)),
    )
  return condition
}

function agrees(count: number, value: LedgerFigure['value']): boolean {
  if (value === 'hidden') return true
  if (typeof value === 'number') return value === count
  return count >= value.from && count <= value.to
}
