import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  add,
  closingLine,
  countPlaywright,
  countVitest,
  nothingCounted,
  oneFailure,
  type Count,
} from './count-tests.ts'
import { playwrightFailures, vitestFailures, type Failure } from './name-failures.ts'
import { runChecks } from './run-checks.ts'
import { root, runProgram } from './run-program.ts'

/**
 * What `npm test` runs, in this order and to the end, whatever fails on the way: the set-up of this computer, the
 * tests of the parts, the build, and the tests of what was built, with the checks beside them, because a window that is
 * waited for leaves a processor free. The last line that it prints counts them, and what failed is named before it; the
 * runners' own reports stay in test-results/.
 */

const results = join(root, 'test-results')
const failures: Failure[] = []

/** A step that has no tests of its own: it adds nothing to the count unless it fails. */
async function step(
  title: string,
  program: string,
  args: readonly string[],
  minutes: number,
): Promise<Count> {
  say(title)
  const { code } = await runProgram(program, args, { output: 'shown', minutes })
  if (code !== 0) failures.push({ title, said: '' })
  return code === 0 ? nothingCounted : oneFailure
}

async function checks(): Promise<Count> {
  say('Checks')
  const { passed, failed } = await runChecks({ yields: true })
  failures.push(...failed.map((name) => ({ title: name, said: '' })))
  return { passed, failed: failed.length, skipped: 0 }
}

async function partTests(): Promise<Count> {
  say('Tests of the parts')
  const report = join(results, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['run', '--config', 'test/vitest.config.ts', ...reporters]
  const { code } = await runProgram('vitest', args, { output: 'shown', minutes: 15 })
  failures.push(...vitestFailures(readReport(report)))
  return countVitest(readReport(report), code)
}

async function applicationTests(): Promise<Count> {
  say('Tests of the built application')
  const report = join(results, 'playwright.json')
  const places = ['--config', 'test/e2e/playwright.config.ts', '--output', join(results, 'application')]
  const args = ['test', ...places, '--reporter=list,json']
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const { code } = await runProgram('playwright', args, { output: 'shown', minutes: 30, env })
  failures.push(...playwrightFailures(readReport(report)))
  return countPlaywright(readReport(report), code)
}

function readReport(path: string): unknown {
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return undefined
  }
}

function say(line: string): void {
  process.stdout.write(`\n${line}\n`)
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const before = add(
  await step('Set-up of this computer', 'tsx', ['electron/runtime/set-up.ts', '--tests'], 15),
  await partTests(),
)
const built = await step('Build', 'electron-vite', ['build', '--logLevel', 'warn'], 5)
// Without a build, an older one would be tested.
const last = await Promise.all([checks(), built.failed === 0 ? applicationTests() : oneFailure])
const count = add(before, built, ...last)
const line = closingLine(count)
mkdirSync(results, { recursive: true })
writeFileSync(join(results, 'closing-line.txt'), `${line}\n`)
for (const { title, said } of failures) say(`Failed: ${title}\n${said}`)
say(line)
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1
