import { z } from 'zod'

/** A test that failed, and the first lines of what it said, with the seed of a property if it has one. */
export interface Failure {
  readonly title: string
  readonly said: string
}

const VitestFailures = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
})

/** The part that is read of a suite in Playwright's JSON report; suites hold suites. */
const PlaywrightSuite = z.object({
  title: z.string(),
  get suites() {
    return z.array(PlaywrightSuite).optional()
  },
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      tests: z.array(
        z.object({
          results: z.array(z.object({ errors: z.array(z.object({ message: z.string().default('') })) })),
        }),
      ),
    }),
  ),
})
type PlaywrightSuite = z.infer<typeof PlaywrightSuite>

const PlaywrightFailures = z.object({ suites: z.array(PlaywrightSuite) })

/** The tests that failed according to Vitest's JSON report, and the files that could not be loaded. */
export function vitestFailures(report: unknown): readonly Failure[] {
  const parsed = VitestFailures.safeParse(report)
  if (!parsed.success) return []
  return parsed.data.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && file.status === 'failed') {
      return [{ title: file.name, said: firstLines(file.message) }]
    }
    return failed.map(({ fullName, failureMessages }) => ({
      title: fullName,
      said: firstLines(failureMessages.join('\n')),
    }))
  })
}

/** The tests that failed according to Playwright's JSON report. */
export function playwrightFailures(report: unknown): readonly Failure[] {
  const parsed = PlaywrightFailures.safeParse(report)
  return parsed.success ? parsed.data.suites.flatMap((suite) => failuresIn(suite, [])) : []
}

function failuresIn(suite: PlaywrightSuite, above: readonly string[]): readonly Failure[] {
  const titles = [...above, suite.title]
  const here = suite.specs
    .filter(({ ok }) => !ok)
    .map((spec) => ({
      title: [...titles, spec.title].join(' › '),
      said: firstLines(
        spec.tests
          .flatMap(({ results }) => results)
          .flatMap(({ errors }) => errors.map(({ message }) => message))
          .join('\n'),
      ),
    }))
  return [...here, ...(suite.suites ?? []).flatMap((each) => failuresIn(each, titles))]
}

function firstLines(text: string): string {
  return text.split('\n').slice(0, 12).join('\n')
}
