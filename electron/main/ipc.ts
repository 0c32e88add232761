import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import {
  HostCommands,
  type HostCommand,
  type HostEvent,
  type HostInput,
  type HostOutput,
} from '#shared/contracts/host.ts'
import type { ZodError } from 'zod'
import { applicationOrigin } from './app-protocol.ts'

/** One handler for every command of the host seam; one that is missing does not compile. */
export type HostHandlers = {
  readonly [C in HostCommand]: (input: HostInput<C>) => Outcome<HostOutput<C>>
}
type Outcome<Output> = Output | Promise<Output> | (Output extends undefined ? void : never)

/**
 * Answers the page, and nobody else: the sender must be the main frame of this window on the application's own
 * origin. What comes in and what goes out is parsed; the complaint about a malformed message names fields, never values.
 */
export function answerHost(contents: WebContents, handlers: HostHandlers): void {
  for (const command of Object.keys(HostCommands) as HostCommand[]) {
    const { input, output } = HostCommands[command]
    const handle: (input: never) => unknown = handlers[command]
    ipcMain.handle(`host:${command}`, async (event, ...received: unknown[]) => {
      if (!isFromPage(event, contents)) throw new Error(`host.${command}: not from the page`)
      if (received.length > 1) throw new Error(`host.${command}: malformed`)
      const parsed = input.safeParse(received[0])
      if (!parsed.success) throw new Error(`host.${command}: malformed at ${fieldsOf(parsed.error)}`)
      const answer = output.safeParse(await handle(parsed.data as never))
      if (!answer.success) throw new Error(`host.${command}: answer malformed at ${fieldsOf(answer.error)}`)
      return answer.data
    })
  }
}

/** Tells the page something, if it is still there. */
export function tellPage(contents: WebContents, event: HostEvent): void {
  if (!contents.isDestroyed()) contents.send('host-event', event)
}

function isFromPage(event: IpcMainInvokeEvent, contents: WebContents): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === contents.mainFrame && frame.url.startsWith(`${applicationOrigin}/`)
}

function fieldsOf(error: ZodError): string {
  return error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ')
}
