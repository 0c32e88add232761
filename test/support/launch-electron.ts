import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { temporaryFolder } from '../../electron/runtime/cache-folder.ts'
import { openDisplay, type Display } from '../../electron/runtime/display.ts'
import type { ElectronRuntime } from '../../electron/runtime/electron-runtime.ts'
import { provideElectron } from '../../electron/runtime/provide-electron.ts'
import { copyApplication, makeReadable } from '../../electron/runtime/staged-application.ts'
import { homeEnvironment, ownByUser, startableProgram } from '../../electron/runtime/unprivileged-user.ts'
import { killTree, processTree } from './process-tree.ts'

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
  /** A screen of the test's own; the one that all tests share when left out. */
  readonly display?: Display
  /** Names a program to start in place of Electron's, which it starts in turn (a tracer). */
  readonly startWith?: (program: string) => string
  /** Changes a copy of the built application before it is started (adds a script to its page). */
  readonly alterApplication?: (folder: string) => void
}

let display: Promise<Display> | undefined
let runtime: Promise<ElectronRuntime> | undefined
const applications = new Map<LaunchOptions['alterApplication'], string>()

/** How to start the built application: as an unprivileged user if need be, on a screen, with nothing of the tester's. */
export interface StartingPoint {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Record<string, string>
}

/** Makes the profile, screen and copy of the application ready and says how to start it. */
export async function startingPoint(profile: string, options: LaunchOptions = {}): Promise<StartingPoint> {
  runtime ??= provideElectron()
  if (options.display === undefined) display ??= openDisplay()
  ownByUser(profile)
  const program = startableProgram((await runtime).executable)
  return {
    program: options.startWith?.(program) ?? program,
    args: [applicationFor(options), `--user-data-dir=${join(profile, 'data')}`, ...(options.extraArgs ?? [])],
    env: {
      ...inheritedEnvironment(),
      ...(options.display ?? (await display))?.env,
      ...homeEnvironment(join(profile, 'home')),
      ...options.env,
    },
  }
}

/**
 * Starts the built application under Playwright and waits for its page. Works as root too: Electron then runs as
 * an unprivileged user. `npm run build` and `npm run set-up -- --tests` must have been done.
 */
export async function launchLuwte(options: LaunchOptions = {}): Promise<RunningLuwte> {
  const profile = options.profile ?? makeProfile()
  const { program, args, env } = await startingPoint(profile, options)
  const app = await _electron.launch({
    executablePath: program,
    args: [...args],
    chromiumSandbox: true,
    cwd: '/',
    env,
    timeout: 60_000,
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
      killTree(mainPid)
      await gone
    },
  }
}

/** A copy of the built application for each way of altering it, made once. */
function applicationFor({ alterApplication }: LaunchOptions): string {
  const made = applications.get(alterApplication)
  if (made !== undefined) return made
  const application = copyApplication()
  applications.set(alterApplication, application)
  if (alterApplication !== undefined) {
    alterApplication(application)
    makeReadable(application)
  }
  return application
}

/** A folder for a profile that the user who runs Electron can write, below the temporary folder. */
export function makeProfile(): string {
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-profile-'))
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
