import { protect } from './protect.ts'
import { withTotal, type KnownTotal, type Tied } from './report-basis.ts'
import type { Threshold } from './presets.ts'
import { ReportProblem } from './report-problem.ts'
import { paceOf, type GateRun } from './search-limits.ts'

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
  const count = tied.counted.length
  const own: KnownTotal = { strata: tied.own, min: count, max: count, named: null, isDeclared: false }
  const basis = withTotal(tied, { shown: 'exact', value: count }, [own, ...parts], [], threshold)
  for (const isOut of [false, true]) {
    const problem = ReportProblem.of({ ...basis, isOut }, { tables: new Map(), crossTables: [], asked: [] })
    if (problem && (await protect(problem.request(choice), paceOf(run, false))).ok) return true
  }
  return false
}

/** What is known of a part of which nothing was said. */
export function unsaid(strata: KnownTotal['strata']): KnownTotal {
  return { strata, min: 0, max: Infinity, named: null, isDeclared: true }
}
