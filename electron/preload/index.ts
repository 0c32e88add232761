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
  copied: () => call('copied'),
  lock: () => call('lock'),
  quit: () => call('quit'),
  wantQuit: () => call('wantQuit'),
  holdQuit: () => call('holdQuit'),
  setIdleMinutes: (input) => call('setIdleMinutes', input),
  pauseIdle: (input) => call('pauseIdle', input),
  chooseFile: (input) => call('chooseFile', input),
  chooseFolder: (input) => call('chooseFolder', input),
  saveFile: (input) => call('saveFile', input),
  print: () => call('print'),
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

let lastTold = Number.NEGATIVE_INFINITY
for (const kind of ['pointerdown', 'pointermove', 'wheel', 'keydown']) {
  window.addEventListener(kind, tellOfUse, { capture: true, passive: true })
}

ipcRenderer.on('host-event', () => {
  lastTold = Number.NEGATIVE_INFINITY
})

/** The page cannot forget to say that it is used: it is said for it, at most once a second, and at once after a warning. */
function tellOfUse({ timeStamp }: Event): void {
  if (timeStamp - lastTold < 1000) return
  lastTold = timeStamp
  void call('activity')
}

for (const kind of ['copy', 'cut']) window.addEventListener(kind, tellOfCopy, { capture: true })

/** The same for text that is copied; Ctrl+C on nothing leaves the clipboard as it was. */
function tellOfCopy(): void {
  if (isSomethingSelected()) void call('copied')
}

function isSomethingSelected(): boolean {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    return document.getSelection()?.isCollapsed === false
  return field.selectionStart === null || field.selectionStart !== field.selectionEnd
}

// Main locks and quits on these keys as well, and also when the page hangs; but keys that assistive software makes pass it
// by.
window.addEventListener(
  'keydown',
  (event) => {
    const { ctrlKey, metaKey, altKey, shiftKey, key } = event
    const letter = key.toLowerCase()
    if (!(ctrlKey || metaKey) || altKey || shiftKey || (letter !== 'l' && letter !== 'q')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void call(letter === 'l' ? 'lock' : 'wantQuit')
  },
  { capture: true },
)
