import { app } from 'electron'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { HostInfo } from '#shared/contracts/host.ts'

/** Older ones no longer got security updates when this version of Luwte was made. */
const oldestForRealCases = 43

/** Which Electron this is, and whether it is fit for real cases. */
export function runtimeInfo(): HostInfo['runtime'] {
  const electron = process.versions.electron
  const fromRegistry = existsSync(join(dirname(process.execPath), 'luwte-origin'))
  const maintained = Number.parseInt(electron, 10) >= oldestForRealCases
  return {
    electron,
    origin: fromRegistry ? 'registry' : 'official',
    forRealCases: maintained && !fromRegistry,
  }
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
