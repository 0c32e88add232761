import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { ledgerEntries, LEDGER_START, type LedgerFigure } from '#shared/statistics/ledger.ts'
import { protectReport, type ReportRequest } from '#shared/statistics/protect-report.ts'
import type { Released, ReportRefusal } from '#shared/statistics/released.ts'
import type { ReportDimension, ReportMelder } from '#shared/statistics/report-dimension.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'
import { timeDimension } from '#shared/statistics/report-time.ts'
import { Id } from '#shared/kernel/id.ts'
import { reportRequest } from './report-of.ts'

/** Small enough that all combinations with some half-years can be looked at together. */
export const twoDimensions: readonly ReportDimension[] = [
  {
    name: 'subject',
    ladder: [
      [['policy'], ['treatment'], ['conflict']],
      [['policy'], ['treatment', 'conflict']],
      [['policy', 'treatment', 'conflict']],
    ],
  },
  {
    name: 'role',
    ladder: [
      [['inside'], ['parent'], ['other']],
      [['inside'], ['parent', 'other']],
      [['inside', 'parent', 'other']],
    ],
  },
]

/** One report after another, each settled before the next is asked for. */
export class ReportHistory {
  readonly ledger: LedgerFigure[] = []
  #count = 0

  /** Asks for a report over a period and, when it is released, hands it over. */
  async report(
    period: ReportPeriod,
    melders: readonly ReportMelder[],
    changes: Partial<ReportRequest> = {},
  ): Promise<Released | ReportRefusal> {
    this.#count += 1
    const reportId = Id.parse(String(this.#count).padStart(26, '0'))
    const dimensions = [...(changes.dimensions ?? twoDimensions), timeDimension(period)]
    const request = reportRequest(melders, { ...changes, period, reportId, dimensions, ledger: this.ledger })
    const answer = await protectReport(request)
    if ('refused' in answer) return answer
    const handover = {
      recipient: 'HR',
      document: `rapport ${reportId}`,
      settledOn: calendarDate('2026-02-01'),
    }
    this.ledger.push(...ledgerEntries(answer.report, handover, this.ledger.at(-1)?.hash ?? LEDGER_START))
    return answer
  }
}
