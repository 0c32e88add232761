import type { MessagePortMain } from 'electron'

/**
 * Asks processes that live for one question. Each question gets a process of its own, which main starts when it is
 * told (`want`) and joins to this one with a port (`arrived`).
 */
export function makeShortLivedClient<Request, Reply>(
  want: (request: number) => void,
): {
  /** Rejects when the process ends before it answered. */
  readonly ask: (request: Request) => Promise<Reply>
  readonly arrived: (request: number, port: MessagePortMain) => void
} {
  const waiting = new Map<number, (port: MessagePortMain) => void>()
  let latest = 0

  const ask = (request: Request): Promise<Reply> =>
    new Promise((resolve, reject) => {
      latest += 1
      waiting.set(latest, (port) => {
        port.once('message', ({ data }) => {
          resolve(data as Reply)
          // Only now: closing tells the listener below at once.
          port.close()
        })
        port.once('close', () => reject(new Error('A process ended before it answered.')))
        port.start()
        port.postMessage(request)
      })
      want(latest)
    })

  return {
    ask,
    arrived: (request, port) => {
      const use = waiting.get(request)
      waiting.delete(request)
      if (use) use(port)
      else port.close()
    },
  }
}
