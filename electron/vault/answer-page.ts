import type { MessagePortMain } from 'electron'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { z } from 'zod'

const PageMessage = z.strictObject({
  id: z.int().nonnegative(),
  command: z.string().max(64),
  input: z.unknown(),
})

/** What answers the page's commands: the answer or a refusal; it throws only for a bug. */
export interface Answering {
  handle(command: string, input: unknown): Promise<unknown>
}

/**
 * Answers what comes over the page's port: `{ id, answer }`, `{ id, refusal }`, or for a bug `{ id, fault }`,
 * which names the command and a place in the program and holds no value. A message of another shape is dropped: there is no
 * number to answer to, and the page's own client never sends one.
 */
export function answerPage(port: MessagePortMain, answering: Answering): void {
  port.on('message', ({ data }) => {
    const message = PageMessage.safeParse(data)
    if (!message.success) return
    const { id, command, input } = message.data
    void answering.handle(command, input).then(
      (answer) => port.postMessage(isRefusal(answer) ? { id, refusal: answer } : { id, answer }),
      (error: unknown) => port.postMessage({ id, fault: { command, where: placeOf(error) } }),
    )
  })
  port.start()
}

/** The first place on the stack, without the message above it, which might hold a value. */
function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return /^\s+at .*?([\w.-]+:\d+:\d+)\)?$/m.exec(stack)?.[1] ?? 'unknown'
}
