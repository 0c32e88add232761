import { app, clipboard, MessageChannelMain } from 'electron'
import { performance } from 'node:perf_hooks'
import { HostInfo } from '#shared/contracts/host.ts'
import { vaultPortMessage } from '#shared/contracts/vault-port-message.ts'
import { CopiedText } from './copied-text.ts'
import { chooseFile, chooseFolder, saveFile } from './dialogs.ts'
import { IdleClock, type Ticker } from './idle-clock.ts'
import { answerHost, tellPage } from './ipc.ts'
import { zoomWithKey } from './menu.ts'
import { printPage } from './print-page.ts'
import { vaultFolder } from './profile-folder.ts'
import { platform, runtimeInfo } from './runtime-info.ts'
import { lockWithComputer, makeSessionEnd, quitWithComputer, startedAfter } from './session-lock.ts'
import { takeLeave } from './take-leave.ts'
import { startVault } from './vault-process.ts'
import { openWindow } from './window.ts'

/** A vault or a page that ends sooner than this after a start that followed another such end would only do so again. */
const shortestUsefulSession = 20_000

/** Joins window, vault process, idle clock and lock for one session, from start to lock. */
export function openSession(): void {
  const opened = performance.now()
  const reason = HostInfo.shape.startedAfter.catch('person').parse(startedAfter(process.argv))
  const window = openWindow()
  const contents = window.webContents
  const inCircles = (again: typeof reason): boolean =>
    reason === again && performance.now() - opened < shortestUsefulSession
  const vault = startVault(vaultFolder(), () => {
    tellPage(contents, { event: 'vault-ended' })
    if (!inCircles('vault-ended')) setTimeout(() => end('vault-ended'), 1000)
  })
  const ticker: Ticker = {
    now: () => performance.now(),
    every: (milliseconds, call) => void setInterval(call, milliseconds),
  }
  const copied = new CopiedText(ticker, clipboard)
  const end = makeSessionEnd(window, vault, copied)
  const leave = takeLeave(
    () => tellPage(contents, { event: 'quit-wanted' }),
    () => end('quit'),
  )
  const idle = new IdleClock(ticker, {
    warning: (seconds) => tellPage(contents, { event: 'idle-warning', seconds }),
    warningOver: () => tellPage(contents, { event: 'idle-warning-over' }),
    idle: () => end('idle'),
  })

  let connected = false
  answerHost(contents, {
    info: () => ({
      version: app.getVersion(),
      runtime: runtimeInfo(),
      platform: platform(),
      startedAfter: reason,
      idleMinutes: idle.minutes,
    }),
    connectVault: () => {
      if (connected) return 'already-connected'
      connected = true
      const { port1, port2 } = new MessageChannelMain()
      vault.connect(port1)
      contents.postMessage(vaultPortMessage, null, [port2])
      return 'connected'
    },
    activity: () => idle.used(),
    copied: () => copied.copied(),
    lock: () => end('lock'),
    quit: () => end('quit'),
    wantQuit: () => leave.ask(),
    holdQuit: () => leave.hold(),
    setIdleMinutes: ({ minutes }) => {
      idle.minutes = minutes
    },
    pauseIdle: ({ minutes }) => idle.pause(minutes),
    chooseFile: ({ purpose }) => chooseFile(window, purpose, vault.rememberPath),
    chooseFolder: () => chooseFolder(window, vault.rememberPath),
    saveFile: (request) => saveFile(window, request),
    print: () => printPage(contents),
  })

  lockWithComputer(end)
  contents.on('before-input-event', (event, input) => {
    idle.pressed()
    if (input.type !== 'keyDown' || !(input.control || input.meta) || input.alt) return
    const key = input.shift ? '' : input.key.toLowerCase()
    if (key === 'l') end('lock')
    if (key === 'q') leave.ask()
    if (key === 'l' || key === 'q' || zoomWithKey(contents, input.key)) event.preventDefault()
  })
  window.on('minimize', () => idle.hidden())
  window.on('hide', () => idle.hidden())
  window.on('restore', () => idle.shown())
  window.on('show', () => idle.shown())
  contents.on('render-process-gone', () => end(inCircles('page-ended') ? 'quit' : 'page-ended'))
  // A page that is loaded anew has lost its port, which is given once.
  contents.once('dom-ready', () => contents.on('dom-ready', () => end('page-ended')))
  // A frame of its own would bring back what was taken from the page's world (RTCPeerConnection), so none may be.
  contents.on('frame-created', (_event, { frame }) => {
    if (frame !== null && frame !== contents.mainFrame) end('page-ended')
  })
  window.on('close', (event) => {
    event.preventDefault()
    leave.ask()
  })
  app.on('before-quit', (event) => {
    event.preventDefault()
    leave.ask()
  })
  quitWithComputer(window, end)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}
