import { vaultPortMessage } from '#shared/contracts/vault-port-message.ts'
import { host } from './host.ts'

function arrivingPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent): void => {
      const [port] = event.ports
      // Another frame or window may post the same words: only this window's own message counts.
      if (event.source !== window || event.data !== vaultPortMessage || port === undefined) return
      window.removeEventListener('message', take)
      resolve(port)
    }
    window.addEventListener('message', take)
  })
}

/** The port to the vault process; it is handed to a page once. */
export async function connectToVault(): Promise<MessagePort> {
  const arriving = arrivingPort()
  await host.connectVault()
  return arriving
}
