import { z } from 'zod'

/** How many tests passed, failed and were skipped. */
export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const nothingCounted: Count = { passed: 0, failed: 0, skipped: 0 }

/** One more failure: something that should have run did not, or ended badly without naming a test. */
export const oneFailure: Count = { passed: 0, failed: 1, skipped: 0 }

/** The part that is read of what Vitest's JSON reporter writes. */
const VitestReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

/** The part that is read of what Playwright's JSON reporter writes. */
const PlaywrightReport = z.object({
  stats: z.object({
    expected: z.int().nonnegative(),
    unexpected: z.int().nonnegative(),
    flaky: z.int().nonnegative(),
    skipped: z.int().nonnegative(),
  }),
  errors: z.array(z.unknown()),
})

/**
 * Counts what Vitest's JSON report tells. A file that could not be loaded has no tests to count, so it counts as one
 * failure itself. `code` is Vitest's exit status: where that tells of a failure and the report does not (an unhandled
 * error, a crash), one is added. A report that is missing or empty is a failure.
 */
export function countVitest(report: unknown, code: number | null): Count {
  const parsed = VitestReport.safeParse(report)
  if (!parsed.success) return oneFailure
  let count = nothingCounted
  for (const file of parsed.data.testResults) {
    count = add(count, ...file.assertionResults.map(({ status }) => countStatus(status)))
    const isBroken =
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')
    if (isBroken) count = add(count, oneFailure)
  }
  return withVerdict(count, parsed.data.success && code === 0)
}

/**
 * Counts what Playwright's JSON report tells. A test that passed only when tried again counts as failed, and so does
 * an error outside any test. `code` is Playwright's exit status.
 */
export function countPlaywright(report: unknown, code: number | null): Count {
  const parsed = PlaywrightReport.safeParse(report)
  if (!parsed.success) return oneFailure
  const { expected, unexpected, flaky, skipped } = parsed.data.stats
  const count = { passed: expected, failed: unexpected + flaky + parsed.data.errors.length, skipped }
  return withVerdict(count, code === 0)
}

/** The sum of counts. */
export function add(...counts: readonly Count[]): Count {
  return counts.reduce((sum, count) => ({
    passed: sum.passed + count.passed,
    failed: sum.failed + count.failed,
    skipped: sum.skipped + count.skipped,
  }))
}

/** The line that a run ends with: `12 passed, 0 failed`, and `, 3 skipped` if any were. */
export function closingLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function countStatus(status: string): Count {
  switch (status) {
    case 'passed':
      return { passed: 1, failed: 0, skipped: 0 }
    case 'skipped':
    case 'pending':
    case 'todo':
    case 'disabled':
      return { passed: 0, failed: 0, skipped: 1 }
    default:
      return oneFailure
  }
}

/** A runner that ran nothing, or that is not content although no test failed, has failed. */
function withVerdict(count: Count, isContent: boolean): Count {
  const ranNothing = count.passed + count.failed === 0
  return ranNothing || (count.failed === 0 && !isContent) ? add(count, oneFailure) : count
}
