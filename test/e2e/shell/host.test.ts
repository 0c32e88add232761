import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import type { HostApi } from '#shared/contracts/host.ts'
import { ownByUser } from '../../../electron/runtime/unprivileged-user.ts'
import { expect, test } from '../../support/luwte-test.ts'

/** What the page might get wrong, or somebody in its place try. */
const malformed: readonly (readonly [keyof HostApi, unknown])[] = [
  ['setIdleMinutes', undefined],
  ['setIdleMinutes', { minutes: 0 }],
  ['setIdleMinutes', { minutes: 61 }],
  ['setIdleMinutes', { minutes: 2.5 }],
  ['setIdleMinutes', { minutes: '5' }],
  ['setIdleMinutes', { minutes: 5, more: true }],
  ['setIdleMinutes', [5]],
  ['pauseIdle', { minutes: 91 }],
  ['chooseFile', { purpose: '/etc/passwd' }],
  ['chooseFolder', {}],
  ['chooseFolder', null],
  ['saveFile', { suggestedName: 'a', kind: 'exe', bytes: new Uint8Array([1]) }],
  ['saveFile', { suggestedName: 'a', kind: 'pdf', bytes: 'geheim van de melder' }],
  ['saveFile', { suggestedName: 'geheim'.repeat(80), kind: 'pdf', bytes: new Uint8Array([1]) }],
  ['saveFile', { suggestedName: 'a', kind: 'pdf', bytes: new Uint8Array() }],
]

test('refuses messages of another shape, naming fields but no values', async ({ luwte }) => {
  for (const [command, input] of malformed) {
    const complaint = await luwte.page.evaluate(
      ([name, value]) => {
        const call = window.host[name] as (input: unknown) => Promise<unknown>
        return call(value).then(
          () => 'accepted',
          (error: unknown) => String(error),
        )
      },
      [command, input] as const,
    )
    expect(complaint).toContain(`host.${command}: malformed at`)
    expect(complaint).not.toContain('geheim')
  }
})

test('answers nobody but its own page', async ({ luwte }) => {
  const answer = await luwte.app.evaluate(async ({ BrowserWindow, app }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    await other.loadURL('data:text/html,ander').catch(() => undefined)
    const told: unknown = await other.webContents.executeJavaScript(
      "window.host.info().then(() => 'answered', (error) => String(error))",
    )
    other.destroy()
    return told
  })
  expect(answer).toContain('not from the page')
})

test('hands out the port to the vault once', async ({ luwte }) => {
  const answers = await luwte.page.evaluate(async () => [
    await window.host.connectVault(),
    await window.host.connectVault(),
  ])
  expect(answers.at(-1)).toBe('already-connected')
})

test('saves a document whole, readable by the advisor alone, and says under which name', async ({
  luwte,
}) => {
  const folder = documentsFolder(luwte.profile)
  await answerSaveDialog(luwte.app, join(folder, 'Jaarverslag.pdf'))
  const answer = await savePdf(luwte.page, 'inhoud')
  expect(answer).toEqual({ saved: 'Jaarverslag.pdf' })
  expect(readFileSync(join(folder, 'Jaarverslag.pdf'), 'utf8')).toBe('inhoud')
  expect(statSync(join(folder, 'Jaarverslag.pdf')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['Jaarverslag.pdf'])
})

test('proposes a file name that is safe on every system', async ({ luwte }) => {
  await luwte.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = ((_window: unknown, options: { defaultPath: string }) => {
      Reflect.set(globalThis, 'proposed', options.defaultPath)
      return Promise.resolve({ canceled: true, filePath: '' })
    }) as typeof dialog.showSaveDialog
  })
  const answer = await savePdf(luwte.page, 'inhoud', '../../.ssh/CON:\u202Efdp.exe')
  const proposed = await luwte.app.evaluate(() => String(Reflect.get(globalThis, 'proposed')))
  expect(answer).toEqual({ refused: 'cancelled' })
  expect(proposed).toMatch(/\/ssh CON fdp\.exe\.pdf$/)
})

test('adds the extension, and then replaces no file that the advisor was not asked about', async ({
  luwte,
}) => {
  const folder = documentsFolder(luwte.profile)
  writeFileSync(join(folder, 'brief.pdf'), 'ouder')
  await answerSaveDialog(luwte.app, join(folder, 'brief'))
  expect(await savePdf(luwte.page, 'nieuwer')).toEqual({ saved: 'brief (2).pdf' })
  expect(readFileSync(join(folder, 'brief.pdf'), 'utf8')).toBe('ouder')
})

test('says that there is no permission to write in a folder, and leaves nothing there', async ({ luwte }) => {
  const folder = documentsFolder(luwte.profile)
  chmodSync(folder, 0o500)
  await answerSaveDialog(luwte.app, join(folder, 'brief.pdf'))
  expect(await savePdf(luwte.page, 'inhoud')).toEqual({ refused: 'no-permission' })
  expect(existsSync(join(folder, 'brief.pdf'))).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

test('gives the page a name and a token for a chosen file, never its path', async ({ luwte }) => {
  const folder = documentsFolder(luwte.profile)
  writeFileSync(join(folder, 'register.csv'), 'a;b\n')
  await luwte.app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = (() =>
        Promise.resolve({ canceled: false, filePaths: [path] })) as typeof dialog.showOpenDialog
    },
    join(folder, 'register.csv'),
  )
  const chosen = await luwte.page.evaluate(() => window.host.chooseFile({ purpose: 'register' }))
  expect(chosen).toEqual({ token: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'register.csv', bytes: 4 })
})

test('says that nothing was chosen when the advisor thinks better of it', async ({ luwte }) => {
  await luwte.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = (() =>
      Promise.resolve({ canceled: true, filePaths: [] })) as typeof dialog.showOpenDialog
  })
  expect(await luwte.page.evaluate(() => window.host.chooseFile({ purpose: 'register' }))).toBeNull()
  expect(await luwte.page.evaluate(() => window.host.chooseFolder({ purpose: 'backups' }))).toBeNull()
})

function documentsFolder(profile: string): string {
  const folder = join(profile, 'documenten')
  mkdirSync(folder)
  ownByUser(folder)
  return folder
}

async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, path)
}

function savePdf(page: Page, text: string, suggestedName = 'Jaarverslag'): Promise<unknown> {
  return page.evaluate(
    ([content, name]) =>
      window.host.saveFile({ suggestedName: name, kind: 'pdf', bytes: new TextEncoder().encode(content) }),
    [text, suggestedName] as const,
  )
}
