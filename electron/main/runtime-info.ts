import { app } from 'electron'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { HostInfo } from '#shared/contracts/host.ts'
import { isFitForRealCases } from './fit-for-real-cases.ts'

/** Which Electron this is, and whether it is fit for real cases. */
export function runtimeInfo(): HostInfo['runtime'] {
  const electron = process.versions.electron
  const origin = existsSync(join(dirname(process.execPath), 'luwte-origin')) ? 'registry' : 'official'
  return { electron, origin, forRealCases: isFitForRealCases(electron, origin) }
}

/** The three systems that Luwte is made for. */
export function platform(): HostInfo['platform'] {
  if (process.platform === 'darwin' || process.platform === 'win32') return process.platform
  return 'linux'
}

/** Whether an automatic test drives this program: then it ends where it would otherwise start afresh. */
export function underTestDriver(): boolean {
  return (
    app.commandLine.hasSwitch('remote-debugging-port') || app.commandLine.hasSwitch('remote-debugging-pipe')
  )
}
