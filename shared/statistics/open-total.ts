import { protect } from './protect.ts'
import type { Tied } from './report-basis.ts'
import { withTotal, type KnownTotal } from './report-basis.ts'
import type { Threshold } from './presets.ts'
import { ReportProblem } from './report-problem.ts'
import { paceOf, type GateRun } from './search-limits.ts'
import { TIME } from './report-time.ts'

/**
 * True when the number of everybody in a report may be printed beside what is known of its `parts`, and gives away
 * nothing more about any of them.
 */
export async function totalIsOpen(
  tied: Tied,
  parts: readonly KnownTotal[],
  threshold: Threshold,
  choice: { secret: Uint8Array; reportId: string },
  run: GateRun,
): Promise<boolean> {
  const everything = ['everybody']
  const basis = withTotal(
    { ...tied, ownIn: () => tied.own },
    { shown: 'band', from: 0, to: 0 },
    parts,
    threshold,
  )
  const layout = { tables: new Map([[TIME, [everything]]]), crossTables: [] }
  const problem = ReportProblem.of(basis, layout)
  if (!problem) return false
  const answer = await protect(problem.request(choice), paceOf(run, false))
  return answer.ok && !answer.hidden.includes(problem.rowId(TIME, everything))
}

/** What is known of a part of which nothing was said. */
export function unsaid(strata: KnownTotal['strata']): KnownTotal {
  return { strata, min: 0, max: Infinity, named: null, isDeclared: true }
}
