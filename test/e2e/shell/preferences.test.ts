import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownByUser } from '../../../electron/runtime/unprivileged-user.ts'
import { expect, test } from '../../support/luwte-test.ts'

test('gives the page no right that Electron would give it only when asked', async ({ luwte }) => {
  const given = await luwte.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not among the types, and the one way to read what the window was really made with.
    const read = contents && (Reflect.get(contents, 'getLastWebPreferences') as () => Record<string, unknown>)
    const { session: _, ...preferences } = read?.call(contents) ?? {}
    return preferences
  })
  expect(given).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true })
  for (const right of [
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'disableBlinkFeatures',
    'webviewTag',
    'plugins',
    'navigateOnDragDrop',
  ])
    expect([right, Boolean(given[right])]).toEqual([right, false])
})

test('knows no webview: the word makes an element that does nothing', async ({ luwte }) => {
  const loads = await luwte.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'app://luwte/')
    view.setAttribute('allowpopups', '')
    document.body.append(view)
    return 'getWebContentsId' in view || 'loadURL' in view
  })
  expect(loads).toBe(false)
  await luwte.page.waitForTimeout(300)
  expect(await luwte.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('lets the page change nothing of what its host gave it', async ({ luwte }) => {
  const changed = await luwte.page.evaluate(() => ({
    function: Reflect.set(window.host, 'lock', () => undefined),
    addition: Reflect.set(window.host, 'more', () => undefined),
    whole: Reflect.set(window, 'host', {}),
  }))
  expect(changed).toEqual({ function: false, addition: false, whole: false })
})

test('shows the page no file of the computer, whatever its address', async ({ luwte }) => {
  const path = join(luwte.profile, 'plaatje.gif')
  writeFileSync(path, smallestPicture)
  ownByUser(path)
  const outcomes = await luwte.page.evaluate(
    async ([file, known]) => {
      const draw = (address: string): Promise<string> =>
        new Promise((resolve) => {
          const image = new Image()
          image.onload = () => resolve('shown')
          image.onerror = () => resolve('refused')
          image.src = address
        })
      const read = fetch(file).then(
        () => 'read',
        () => 'refused',
      )
      return { known: await draw(known), file: await draw(file), read: await read }
    },
    [`file://${path}`, `data:image/gif;base64,${smallestPicture.toString('base64')}`] as const,
  )
  expect(outcomes).toEqual({ known: 'shown', file: 'refused', read: 'refused' })
})

/** One dot. */
const smallestPicture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
