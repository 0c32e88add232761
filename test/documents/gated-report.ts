import { type Id } from '#shared/kernel/id.ts'
import { type ReportChoices, USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { protectReport } from '#shared/statistics/protect-report.ts'
import { type ProtectedReport } from '#shared/statistics/protected-report.ts'
import { type Preset } from '#shared/statistics/presets.ts'
import { AnnualReport } from '#shared/reports/annual-report.ts'

const pick = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** Figures for so many fictional melders, made by the gate itself. */
export async function throughGate(
  preset: Preset,
  count: number,
  crossTables: ReportChoices['crossTables'] = [],
): Promise<ProtectedReport> {
  const id = (tail: string): Id => AnnualReport.shape.id.parse(tail.padStart(26, '0'))
  const answer = await protectReport({
    organisationId: id('1'),
    reportId: id('3'),
    period: { year: 2026, half: null },
    settings: { preset },
    melders: Array.from({ length: count }, (_, index) => ({
      accusedLink: null,
      subject: pick(['workload', 'bullying', 'aggression', 'with-manager'], index),
      role: pick(['professional', 'professional', 'parent'], index),
      rung: pick(['support', 'information-and-advice', 'conciliation'], index),
      outcome: pick(['resolved', 'open', 'listening-sufficed', 'passed-on'], index),
      time: pick(['2026-1', '2026-2'], index),
    })),
    ...askedOfGate({ ...USUAL_CHOICES, crossTables }, { year: 2026, half: null }, []),
    use: [],
    ledger: [],
    secret: new Uint8Array(32).fill(7),
  })
  if ('refused' in answer) throw new Error(`the gate refused: ${answer.refused}`)
  return answer.report
}
