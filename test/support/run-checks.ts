import { runProgram } from './run-program.ts'

interface Check {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
}

const cruise = ['shared', 'electron', 'renderer', 'test', '--config', '.dependency-cruiser.cjs']

/** Everything that is read rather than run. Those in one row run one after another, the rows side by side. */
const rows: readonly (readonly Check[])[] = [
  [{ name: 'lint', program: 'eslint', args: ['.', '--max-warnings', '0'] }],
  [
    { name: 'types', program: 'tsc', args: ['-b'] },
    { name: 'dependency rules', program: 'depcruise', args: [...cruise, '--output-type', 'err-long'] },
    { name: 'dead code', program: 'knip', args: [] },
    { name: 'formatting', program: 'prettier', args: ['--check', '.', '--log-level', 'warn'] },
  ],
]

/**
 * Runs every check, also after one failed, and prints what those that fail have to say. Resolves to how many passed
 * and the names of those that failed. With `yields` they run only when nothing else wants the processor.
 */
export async function runChecks({ yields = false } = {}): Promise<{
  passed: number
  failed: readonly string[]
}> {
  const outcomes = (await Promise.all(rows.map((row) => runInOrder(row, yields)))).flat()
  const failed = outcomes.filter(({ isPassed }) => !isPassed).map(({ name }) => name)
  return { passed: outcomes.length - failed.length, failed }
}

async function runInOrder(
  checks: readonly Check[],
  yields: boolean,
): Promise<{ name: string; isPassed: boolean }[]> {
  const outcomes: { name: string; isPassed: boolean }[] = []
  for (const check of checks) {
    const begun = Date.now()
    const { code, printed } = await runProgram(check.program, check.args, {
      output: 'kept',
      minutes: 15,
      yields,
    })
    const seconds = ((Date.now() - begun) / 1000).toFixed(1)
    const verdict = code === 0 ? 'holds' : 'is broken'
    process.stdout.write(
      `${code === 0 ? '' : `${printed.trim()}\n`}${check.name}: ${verdict} (${seconds} s)\n`,
    )
    outcomes.push({ name: check.name, isPassed: code === 0 })
  }
  return outcomes
}
