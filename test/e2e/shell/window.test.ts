import { readdirSync, readFileSync } from 'node:fs'
import type { ElectronApplication } from 'playwright'
import { expect, test } from '../../support/luwte-test.ts'
import { documentsFolder } from '../../support/on-screen.ts'
import { commandLine } from '../../support/process-tree.ts'

test('shows one window, named Luwte, from its own address', async ({ luwte }) => {
  expect(luwte.page.url()).toMatch(/^app:\/\/luwte\//)
  expect(luwte.app.windows()).toHaveLength(1)
  await expect.poll(() => titleOf(luwte.app)).toBe('Luwte')
})

test('keeps the name of the window whatever the page calls itself', async ({ luwte }) => {
  await luwte.page.evaluate(() => {
    document.title = 'Casus 2026-014'
  })
  await expect.poll(() => luwte.page.title()).toBe('Casus 2026-014')
  expect(await titleOf(luwte.app)).toBe('Luwte')
})

test('gives the page no more of the computer than the functions of its host', async ({ luwte }) => {
  const seen = await luwte.page.evaluate(() => ({
    host: Object.keys(window.host).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }))
  expect(seen.node).toEqual([])
  expect(seen.host).toEqual(
    [
      'activity',
      'chooseFile',
      'chooseFolder',
      'connectVault',
      'copied',
      'holdQuit',
      'info',
      'lock',
      'onEvent',
      'pauseIdle',
      'print',
      'quit',
      'saveFile',
      'setIdleMinutes',
      'wantQuit',
    ].sort(),
  )
})

test('runs the page in a process that the system holds to a few calls', async ({ luwte }) => {
  const renderers = luwte.processes().filter((pid) => commandLine(pid).includes('--type=renderer'))
  expect(renderers).toHaveLength(1)
  const status = readFileSync(`/proc/${renderers[0]}/status`, 'utf8')
  const filteredCalls = /^Seccomp:\t2$/m
  expect(status).toMatch(filteredCalls)
  expect(luwte.processes().map(commandLine).join('\n')).not.toMatch(/--no-sandbox|--disable-[a-z-]*sandbox/)
})

test('keeps nothing of the page and checks no spelling', async ({ luwte }) => {
  const session = await luwte.app.evaluate(({ BrowserWindow }) => {
    const { session } = BrowserWindow.getAllWindows()[0]?.webContents ?? {}
    return { persistent: session?.isPersistent(), spelling: session?.isSpellCheckerEnabled() }
  })
  expect(session).toEqual({ persistent: false, spelling: false })
})

test('puts what is printed, on its way to the printer, in the folder of the session that is in memory', async ({
  launch,
  profile,
}) => {
  const inMemory = documentsFolder(profile)
  const { app } = await launch({ env: { XDG_RUNTIME_DIR: inMemory } })
  expect(await app.evaluate(({ app: electron }) => electron.getPath('temp'))).toBe(inMemory)
  // Chromium itself goes by it too: the folder of its own that keeps a second program away stands there.
  expect(readdirSync(inMemory)).not.toEqual([])
})

test('says which Electron it runs on and whether that is fit for real cases', async ({ luwte }) => {
  const { runtime } = await luwte.page.evaluate(() => window.host.info())
  const actual = await luwte.app.evaluate(() => process.versions['electron'])
  expect(runtime.electron).toBe(actual)
  expect(runtime.forRealCases).toBe(Number.parseInt(runtime.electron, 10) >= 43)
})

function titleOf(app: ElectronApplication): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
}
