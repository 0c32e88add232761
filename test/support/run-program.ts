import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { resolve } from 'node:path'

/** The folder that holds package.json. */
export const root = resolve(import.meta.dirname, '../..')

/** How a program ended: `code` is null when a signal or the time limit ended it. */
export interface Ended {
  readonly code: number | null
  /** All that it printed, when `output` was 'kept'; else ''. */
  readonly printed: string
}

/**
 * Runs a program of this project in the root of the repository, without an input, and resolves when it ended. `name` is a
 * program of an installed package (`eslint`) or a script of package.json with `npm run ` before it. A run that lasts
 * longer than `minutes` is ended. With `yields` it runs only when nothing else wants the processor.
 */
export function runProgram(
  name: string,
  args: readonly string[],
  options: {
    readonly output: 'shown' | 'kept'
    readonly minutes: number
    readonly env?: NodeJS.ProcessEnv
    readonly yields?: boolean
  },
): Promise<Ended> {
  return new Promise((done) => {
    const kept: Buffer[] = []
    const running = spawn(resolve(root, 'node_modules/.bin', name), args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: [
        'ignore',
        options.output === 'shown' ? 'inherit' : 'pipe',
        options.output === 'shown' ? 'inherit' : 'pipe',
      ],
      timeout: options.minutes * 60_000,
      killSignal: 'SIGKILL',
    })
    if (options.yields === true && running.pid !== undefined) lower(running.pid)
    running.stdout?.on('data', (piece: Buffer) => kept.push(piece))
    running.stderr?.on('data', (piece: Buffer) => kept.push(piece))
    running.once('error', (error) => done({ code: null, printed: error.message }))
    running.once('close', (code) => done({ code, printed: Buffer.concat(kept).toString('utf8') }))
  })
}

/** Where the system does not let a process step back it runs as any other. */
function lower(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    return
  }
}
