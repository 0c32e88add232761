import type { Refusal } from '../kernel/refusal.ts'
import type { LedgerFigure } from './ledger.ts'
import type { ProtectedReport } from './protected-report.ts'
import type { ReportExplanation } from './report-explanation.ts'

/** `figures` are the earlier ones that are the reason, each with its report and document; `fields` the reports' ids. */
export type ReportRefusal = Refusal<
  | 'threshold-not-allowed'
  | 'threshold-needs-reason'
  | 'earlier-figures-in-the-way'
  | 'earlier-version-too-near'
  | 'periods-overlap-partly'
  | 'figures-not-provable'
  | 'superseded'
> & { figures?: LedgerFigure[] }

/** A report that may be printed. `explanations` hold secret numbers and are no part of it. */
export type Released = {
  report: ProtectedReport
  explanations: ReportExplanation[]
  /** Figures that were handed out before although they are smaller than k: what they tell is taken as known. */
  fallShort: LedgerFigure[]
}

/** Refused because of earlier figures. */
export function inTheWay(
  refused: NonNullable<ReportRefusal['refused']>,
  figures: readonly LedgerFigure[],
): ReportRefusal {
  return { refused, fields: [...new Set(figures.map(({ reportId }) => reportId))], figures: [...figures] }
}
