import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../electron/runtime/cache-folder.ts'
import { makeReadable } from '../../electron/runtime/staged-application.ts'
import { homeEnvironment, ownByUser, startableProgram } from '../../electron/runtime/unprivileged-user.ts'
import type { Display } from '../../electron/runtime/display.ts'
import { commandLine, killTree, processesWith } from './process-tree.ts'
import { root } from './run-program.ts'

/** The packaged program in a folder that every user can read. */
export interface PackagedLuwte {
  readonly program: string
  remove(): void
}

/** Packages what `npm run build` built. */
export function packageLuwte(): PackagedLuwte {
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-packaged-'))
  const script = ['electron/runtime/package-application.ts', '--built', join(folder, 'dist')]
  execFileSync(join(root, 'node_modules/.bin/tsx'), script, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  makeReadable(folder)
  return {
    program: join(folder, 'dist/linux-unpacked/luwte'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface StartPackaged {
  readonly profile: string
  readonly display: Display
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly startWith?: (program: string) => string
}

/** Starts the packaged program as the advisor does, without anything that could look into it. */
export function startPackaged({ program }: PackagedLuwte, options: StartPackaged): ChildProcess {
  const { profile, display, args = [], env = {} } = options
  ownByUser(profile)
  const startable = startableProgram(program)
  return spawn(options.startWith?.(startable) ?? startable, [profileSwitch(profile), ...args], {
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      ...display.env,
      ...homeEnvironment(join(profile, 'home')),
      ...env,
    },
    stdio: 'ignore',
  })
}

/** The main processes of the packaged program that run now with this profile. */
export function packagedProcesses({ program }: PackagedLuwte, profile: string): readonly number[] {
  return processesWith(profileSwitch(profile)).filter(
    (pid) => executableOf(pid) === program && !commandLine(pid).includes('--type='),
  )
}

/** Ends all that still runs with this profile, a tracer included. */
export function endPackaged(profile: string): void {
  for (const pid of processesWith(profileSwitch(profile))) killTree(pid)
}

/** Resolves when the program ended, with its exit status; null when a signal ended it. */
export function statusOf(running: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => running.once('exit', resolve))
}

function profileSwitch(profile: string): string {
  return `--user-data-dir=${join(profile, 'data')}`
}

function executableOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
  } catch {
    return ''
  }
}
