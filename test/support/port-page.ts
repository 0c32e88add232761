import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'

const script = `
const waiting = new Map()
let last = 0
const connected = new Promise((resolve) => {
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== 'luwte:vault-port') return
    const [port] = event.ports
    port.onmessage = ({ data }) => {
      waiting.get(data.id)?.(data)
      if (data.event?.event === 'progress') window.hearProgress?.(data.event.done)
    }
    resolve(port)
  })
})
window.ask = async (command, input) => {
  const port = await connected
  return new Promise((resolve) => {
    waiting.set(++last, resolve)
    port.postMessage({ id: last, command, input })
  })
}
window.send = async (message) => (await connected).postMessage(message)
window.host.connectVault()
`

/** Puts a page without screens in place of Luwte's own, which only opens the port to the vault: for `alterApplication`. */
export function placePortPage(application: string): void {
  const renderer = join(application, 'out/renderer')
  writeFileSync(join(renderer, 'port-page.js'), script)
  writeFileSync(
    join(renderer, 'index.html'),
    '<!doctype html><html lang="nl"><title>Poort</title><script src="/port-page.js"></script></html>',
  )
}

/** Asks the vault process something over the port, and returns its whole reply. */
export function askVault(page: Page, command: string, input: unknown): Promise<VaultReply> {
  return page.evaluate(([name, value]) => (Reflect.get(window, 'ask') as Ask)(name, value), [
    command,
    input,
  ] as const)
}

/** What comes back: exactly one of the three. */
export interface VaultReply {
  readonly id: number
  readonly answer?: unknown
  readonly refusal?: unknown
  readonly fault?: unknown
}
type Ask = (command: string, input: unknown) => Promise<VaultReply>
