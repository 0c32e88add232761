import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
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

test.describe('fault 24: export names ../../x, CON, 300 characters, symlinks, existing files', () => {
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
    const proposed = await proposedNames(luwte.app)
    for (const name of ['../../.ssh/CON:\u202Efdp.exe', '../../x', 'CON'])
      expect(await savePdf(luwte.page, 'inhoud', name)).toEqual({ refused: 'cancelled' })
    const paths = await proposed()
    expect(paths.map((path) => basename(path))).toEqual(['ssh CON fdp.exe.pdf', 'x.pdf', '_CON.pdf'])
    const documents = await luwte.app.evaluate(({ app }) => app.getPath('documents'))
    for (const path of paths) expect(dirname(path)).toBe(documents)
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

  test('says that there is no permission to write in a folder, and leaves nothing there', async ({
    luwte,
  }) => {
    const folder = documentsFolder(luwte.profile)
    chmodSync(folder, 0o500)
    await answerSaveDialog(luwte.app, join(folder, 'brief.pdf'))
    expect(await savePdf(luwte.page, 'inhoud')).toEqual({ refused: 'no-permission' })
    expect(existsSync(join(folder, 'brief.pdf'))).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  test('takes a link that leads nowhere for a name that is taken, and leaves it alone', async ({ luwte }) => {
    const folder = documentsFolder(luwte.profile)
    const link = join(folder, 'brief.pdf')
    symlinkSync(join(folder, 'nergens', 'elders.txt'), link)
    await answerSaveDialog(luwte.app, join(folder, 'brief'))
    expect(await savePdf(luwte.page, 'inhoud')).toEqual({ saved: 'brief (2).pdf' })
    expect(readlinkSync(link)).toBe(join(folder, 'nergens', 'elders.txt'))
  })

  test('takes no name of more than 300 characters from the page, and cuts one of 300 to what a disk takes', async ({
    luwte,
  }) => {
    const proposed = await proposedNames(luwte.app)
    await expect(savePdf(luwte.page, 'inhoud', 'n'.repeat(301))).rejects.toThrow('malformed at suggestedName')
    await savePdf(luwte.page, 'inhoud', 'n'.repeat(300))
    expect((await proposed()).map((path) => basename(path))).toEqual([`${'n'.repeat(200)}.pdf`])
  })
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

/** Thinks better of every save window, and answers which paths they proposed. */
async function proposedNames(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }) => {
    const proposed: string[] = []
    Reflect.set(globalThis, 'proposed', proposed)
    dialog.showSaveDialog = ((_window: unknown, options: { defaultPath: string }) => {
      proposed.push(options.defaultPath)
      return Promise.resolve({ canceled: true, filePath: '' })
    }) as typeof dialog.showSaveDialog
  })
  return () => app.evaluate(() => Reflect.get(globalThis, 'proposed') as string[])
}

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
