import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { openDisplay, type Display } from '../../electron/runtime/display.ts'
import { provideElectron, type ElectronRuntime } from '../../electron/runtime/electron-runtime.ts'
import { stagedApplication } from '../../electron/runtime/staged-application.ts'
import { homeEnvironment, ownByUser, startableProgram } from '../../electron/runtime/unprivileged-user.ts'
import { processTree } from './process-tree.ts'

/** A running Luwte: the built application in a real Electron, with its sandbox on. */
export interface RunningLuwte {
  readonly app: ElectronApplication
  readonly page: Page
  /** The folder of its profile; the vault's files are in `kluis` beneath it. Start again with it to unlock again. */
  readonly profile: string
  /** The process id of Electron's main process. */
  readonly mainPid: number
  /** All processes of this program that run now: main, its renderers, the vault, and so on. */
  processes(): readonly number[]
  /** Resolves when the program ended of its own accord, as it does after locking. */
  ended(): Promise<void>
  /** Ends the program at once if it still runs. */
  stop(): Promise<void>
}

export interface LaunchOptions {
  /** Made by {@link makeProfile}, or one that an earlier run left; a fresh one when left out. */
  readonly profile?: string
  readonly extraArgs?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A program that is started instead, with Electron and its arguments as its own (a tracer). */
  readonly startWith?: (program: string) => string
}

let display: Promise<Display> | undefined
let runtime: Promise<ElectronRuntime> | undefined

/**
 * Starts the built application under Playwright and waits for its page. Works as root too: Electron then runs as an unprivileged
 * user. `npm run build` and `npm run set-up -- --tests` must have been done.
 */
export async function launchLuwte(options: LaunchOptions = {}): Promise<RunningLuwte> {
  runtime ??= provideElectron()
  display ??= openDisplay()
  const { executable } = await runtime
  const profile = options.profile ?? makeProfile()
  ownByUser(profile)
  const home = join(profile, 'home')
  const program = startableProgram(executable)
  const env = {
    ...inheritedEnvironment(),
    ...(await display).env,
    ...homeEnvironment(home),
    ...options.env,
  }
  const app = await _electron.launch({
    executablePath: options.startWith?.(program) ?? program,
    args: [stagedApplication(), `--user-data-dir=${join(profile, 'data')}`, ...(options.extraArgs ?? [])],
    chromiumSandbox: true,
    cwd: '/',
    env,
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  const mainPid = await app.evaluate(() => process.pid)
  const gone = new Promise<void>((resolve) => app.once('close', () => resolve()))
  return {
    app,
    page,
    profile,
    mainPid,
    processes: () => processTree(mainPid),
    ended: () => gone,
    stop: async () => {
      for (const pid of processTree(mainPid).reverse()) kill(pid)
      await gone
    },
  }
}

/** A folder for a profile that the user who runs Electron can write, below the temporary folder. */
export function makeProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'luwte-profile-'))
  mkdirSync(join(folder, 'data'))
  ownByUser(folder)
  return folder
}

/** Removes a profile that {@link makeProfile} made. */
export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true })
}

/** Only what a program needs to run: no settings of the person who runs the tests, no tokens, no session bus. */
function inheritedEnvironment(): Record<string, string> {
  const wanted = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'SystemRoot', 'TEMP', 'TMP', 'LOCALAPPDATA', 'APPDATA']
  return Object.fromEntries(wanted.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended meanwhile.
  }
}
