import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { Id } from '#shared/kernel/id.ts'
import { chained, LEDGER_START, type LedgerFigure } from '#shared/statistics/ledger.ts'
import { protectReport, type ReportRequest } from '#shared/statistics/protect-report.ts'
import { timeDimension } from '#shared/statistics/report-time.ts'
import type { ReportDimension, ReportMelder } from '#shared/statistics/report-dimension.ts'

const id = (letter: string): Id => Id.parse(letter.repeat(26))
export const organisationId = id('a')
export const otherOrganisationId = id('b')
export const reportId = id('c')
export const earlierReportId = id('d')

/** To whom and when a report was given. */
export const handover = { recipient: 'HR', document: 'rapport', settledOn: calendarDate('2026-02-01') }

/** Two small dimensions whose every combination can still be counted out. */
export const smallDimensions: readonly ReportDimension[] = [
  {
    name: 'subject',
    ladder: [
      [['policy'], ['treatment'], ['conflict'], ['advice']],
      [
        ['policy', 'advice'],
        ['treatment', 'conflict'],
      ],
      [['policy', 'advice', 'treatment', 'conflict']],
    ],
  },
  timeDimension({ year: 2025, half: null }),
]

/** So many melders of each combination of subject and half. */
export function meldersOf(counts: Record<string, [first: number, second: number]>): ReportMelder[] {
  return Object.entries(counts).flatMap(([subject, halves]) =>
    halves.flatMap((count, half) =>
      Array.from({ length: count }, () => ({
        subject,
        time: half === 0 ? '2025-1' : '2025-2',
        accusedLink: null,
      })),
    ),
  )
}

/** Figures about subjects that were handed out by hand, chained. */
export function ledgerByHand(
  figures: readonly {
    categories: string[]
    half: string | null
    value: LedgerFigure['value']
  }[],
): LedgerFigure[] {
  const halves: Record<string, 'first-half' | 'second-half'> = {
    '2025-1': 'first-half',
    '2025-2': 'second-half',
  }
  const entries = figures.map(({ categories, half, value }) => ({
    organisationId,
    reportId: earlierReportId,
    period: { year: 2025, half: half === null ? null : (halves[half] ?? null) },
    dimension: 'subject',
    categories,
    value,
    recipient: 'HR',
    document: 'brief',
    settledOn: calendarDate('2025-07-01'),
  }))
  return chained(entries, LEDGER_START)
}

/** A request with plain defaults. */
export function reportRequest(
  melders: readonly ReportMelder[],
  changes: Partial<ReportRequest> = {},
): ReportRequest {
  return {
    organisationId,
    reportId,
    period: { year: 2025, half: null },
    settings: { preset: 'ordinary' },
    melders,
    dimensions: smallDimensions,
    crossTables: [],
    use: [],
    ledger: [],
    secret: new Uint8Array(32).fill(5),
    ...changes,
  }
}

/** The report, where no refusal is expected. */
export async function reportOf(melders: readonly ReportMelder[], changes: Partial<ReportRequest> = {}) {
  const answer = await protectReport(reportRequest(melders, changes))
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`)
  return answer
}
