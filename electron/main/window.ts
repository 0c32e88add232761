import { app, BrowserWindow, session, type Session, type WebContents } from 'electron'
import { join } from 'node:path'
import { applicationOrigin, serveApplication } from './app-protocol.ts'
import { fenceContents, fenceSession } from './network-fence.ts'

/** Without `persist:` Chromium keeps all of it in memory: nothing of the page reaches the disk. */
const inMemoryPartition = 'luwte'

/** Makes the one window, closed in on all sides, and lets it load the page. */
export function openWindow(): BrowserWindow {
  const partition = session.fromPartition(inMemoryPartition, { cache: false })
  for (const each of [partition, session.defaultSession]) closeSession(each)
  serveApplication(partition, join(__dirname, '../renderer'))

  const window = new BrowserWindow({
    title: 'Luwte',
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#fbfaf7',
    webPreferences: {
      session: partition,
      preload: join(__dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
      devTools: !app.isPackaged,
    },
  })
  closeContents(window.webContents)
  // Elsewhere no system offers it.
  if (process.platform !== 'linux') window.setContentProtection(true)
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${applicationOrigin}/`)
  return window
}

function closeSession(each: Session): void {
  fenceSession(each)
  each.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  each.setPermissionCheckHandler(() => false)
  each.setDevicePermissionHandler(() => false)
  each.on('will-download', (event) => event.preventDefault())
}

function closeContents(contents: WebContents): void {
  fenceContents(contents)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-prevent-unload', (event) => event.preventDefault())
}
