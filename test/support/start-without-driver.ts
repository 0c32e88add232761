import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { startingPoint, type LaunchOptions } from './launch-electron.ts'
import { commandLine, killTree, processesWith, processTree } from './process-tree.ts'

/** A Luwte that nobody drives: it starts afresh after a lock, as it does for the advisor. */
export interface UndrivenLuwte {
  readonly mainPid: number
  processes(): readonly number[]
  /** Resolves with the Luwte that came in place of this one. */
  successor(): Promise<UndrivenLuwte>
  stop(): void
}

const patience = 15_000

/** Starts the built application as the advisor does, and waits until its page and vault run. */
export async function startWithoutDriver(
  profile: string,
  options: LaunchOptions = {},
): Promise<UndrivenLuwte> {
  const { program, args, env } = await startingPoint(profile, options)
  spawn(program, [...args], { cwd: '/', env, stdio: 'ignore' })
  return firstMainProcess(profile, [])
}

async function firstMainProcess(profile: string, formerly: readonly number[]): Promise<UndrivenLuwte> {
  const ours = `--user-data-dir=${join(profile, 'data')}`
  for (const until = Date.now() + patience; Date.now() < until; await pause(50)) {
    const mainPid = processesWith(ours).find((pid) => isComplete(pid) && !formerly.includes(pid))
    if (mainPid !== undefined) {
      return {
        mainPid,
        processes: () => processTree(mainPid),
        successor: () => firstMainProcess(profile, [...formerly, mainPid]),
        stop: () => killTree(mainPid),
      }
    }
  }
  throw new Error('Luwte did not start in time.')
}

function isComplete(pid: number): boolean {
  if (commandLine(pid).includes('--type=')) return false
  const children = processTree(pid).map(commandLine)
  return ['--type=renderer', '--utility-sub-type=node'].every((kind) =>
    children.some((line) => line.includes(kind)),
  )
}
