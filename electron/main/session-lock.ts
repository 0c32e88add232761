import { app, powerMonitor, type BrowserWindow } from 'electron'
import type { HostInfo } from '#shared/contracts/host.ts'
import type { CopiedText } from './copied-text.ts'
import { tellPage } from './ipc.ts'
import { underTestDriver } from './runtime-info.ts'
import type { VaultProcess } from './vault-process.ts'
import { abandonDocuments, documentsWritten } from './write-document.ts'

export type StartedAfter = HostInfo['startedAfter']
type EndReason = Exclude<StartedAfter, 'person'> | 'quit'

const longestDrain = 2000
/** In which the page hands over what was typed last, before the vault takes no more. */
const lastWords = 150
const reasonSwitch = '--started-after='

/** Why this program was started, as the one before it left on the command line. */
export function startedAfter(commandLine: readonly string[]): string {
  const left = commandLine.find((argument) => argument.startsWith(reasonSwitch))
  return left?.slice(reasonSwitch.length) ?? 'person'
}

/**
 * The one way in which a session ends, whatever the reason: the page hands over what was typed last, the vault finishes, a document that is being saved
 * is finished and the clipboard loses what was copied (at most two seconds; of a document that takes longer nothing
 * stays), all processes end, and but for quitting the program starts afresh, locked. Nothing in JavaScript can promise
 * that a text is gone from memory; the operating system, taking back the memory of a process, can.
 */
export function makeSessionEnd(
  window: BrowserWindow,
  vault: VaultProcess,
  copied: CopiedText,
): (reason: EndReason) => void {
  let ending = false
  return (reason) => {
    if (ending) return
    ending = true
    tellPage(window.webContents, { event: 'locking' })
    window.hide()
    const work = Promise.allSettled([
      after(lastWords).then(vault.drain),
      copied.takeBack(),
      documentsWritten(),
    ])
    void Promise.race([work, after(longestDrain)]).finally(() => {
      vault.kill()
      abandonDocuments()
      if (reason !== 'quit' && !underTestDriver()) app.relaunch({ args: argumentsForNext(reason) })
      app.exit(0)
    })
  }
}

/** Locks when the computer sleeps or its screen is locked, however this system lets that be known. */
export function lockWithComputer(end: (reason: EndReason) => void): void {
  powerMonitor.on('suspend', () => end('suspend'))
  powerMonitor.on('lock-screen', () => end('screen-lock'))
  if (process.platform !== 'linux') return
  setInterval(() => {
    if (powerMonitor.getSystemIdleState(60) === 'locked') end('screen-lock')
  }, 2000)
}

/** Quits at once when the computer shuts down or somebody ends the program from outside: nobody is there to be asked. */
export function quitWithComputer(window: BrowserWindow, end: (reason: EndReason) => void): void {
  powerMonitor.on('shutdown', () => end('quit'))
  window.on('session-end', () => end('quit'))
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end('quit'))
}

function argumentsForNext(reason: EndReason): string[] {
  const kept = process.argv.slice(1).filter((argument) => !argument.startsWith(reasonSwitch))
  return [...kept, `${reasonSwitch}${reason}`]
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
