import { contextBridge, ipcRenderer, webFrame } from 'electron'
import type { HostApi, HostCommand, HostEvent, HostInput, HostOutput } from '#shared/contracts/host.ts'
import { vaultPortMessage } from '#shared/contracts/vault-port-message.ts'

// In the page's own world, before its first script: WebRTC sends UDP past policy, filter and proxy.
void webFrame.executeJavaScript(
  `for (const name of Object.getOwnPropertyNames(window)) {
    if (/^(webkit)?RTC|^WebTransport/.test(name)) delete window[name]
  }`,
)

/** Main parses what arrives, so that here it is passed on as it comes. */
function call<C extends HostCommand>(command: C, ...input: HostInput<C>[]): Promise<HostOutput<C>> {
  return ipcRenderer.invoke(`host:${command}`, ...input) as Promise<HostOutput<C>>
}

const host: HostApi = {
  info: () => call('info'),
  connectVault: () => call('connectVault'),
  activity: () => call('activity'),
  lock: () => call('lock'),
  quit: () => call('quit'),
  setIdleMinutes: (input) => call('setIdleMinutes', input),
  pauseIdle: (input) => call('pauseIdle', input),
  chooseFile: (input) => call('chooseFile', input),
  chooseFolder: (input) => call('chooseFolder', input),
  saveFile: (input) => call('saveFile', input),
  onEvent: (listener) => {
    const pass = (_event: unknown, event: HostEvent): void => listener(event)
    ipcRenderer.on('host-event', pass)
    return () => void ipcRenderer.off('host-event', pass)
  },
}
contextBridge.exposeInMainWorld('host', host)

ipcRenderer.once(vaultPortMessage, (event) => {
  window.postMessage(vaultPortMessage, window.location.origin, [...event.ports])
})

// Using the program with the pointer is use as well; main sees the keyboard itself.
let lastTold = 0
for (const kind of ['pointerdown', 'pointermove', 'wheel']) {
  window.addEventListener(
    kind,
    (event) => {
      if (event.timeStamp - lastTold < 1000) return
      lastTold = event.timeStamp
      void call('activity')
    },
    { capture: true, passive: true },
  )
}
