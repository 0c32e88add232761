import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, type Page } from 'playwright'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'

/** Types a day, `YYYY-MM-DD`, into a date field as a Dutch person does: day, month, year. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  await page.getByRole('group', { name: label }).getByRole('spinbutton').first().click()
  await page.keyboard.type(`${date}${month}${year}`)
}

/** Opens a list under a field and takes one of its choices. */
export async function choose(page: Page, label: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label) }).click()
  await page.getByRole('option', { name: choice, exact: true }).click()
}

/** Finds a choice by typing a part of it. */
export async function find(page: Page, label: string, typed: string, choice: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option', { name: choice, exact: true }).click()
}

/** A folder of this test in which the program may write. */
export function documentsFolder(profile: string): string {
  return writableFolder(profile, 'documenten')
}

/** A folder of this name in which the program may write: a stick, for instance. */
export function writableFolder(profile: string, name: string): string {
  const folder = join(profile, name)
  mkdirSync(folder, { recursive: true })
  ownByUser(folder)
  return folder
}

/** Answers the next "open" windows of the system with this file, and those that ask for a folder with this one. */
export async function openWith(app: ElectronApplication, path: string, folder = path): Promise<void> {
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = ((_window: unknown, { properties }: { properties: string[] }) =>
        Promise.resolve({
          canceled: false,
          filePaths: [properties.includes('openDirectory') ? chosen.folder : chosen.path],
        })) as typeof dialog.showOpenDialog
    },
    { path, folder },
  )
}

/** Answers the next "save" windows of the system with this folder and the name that is proposed. */
export async function saveIn(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = ((_window: unknown, { defaultPath }: { defaultPath: string }) => {
      const name = defaultPath.split(/[\\/]/).at(-1) ?? ''
      return Promise.resolve({ canceled: false, filePath: `${chosen}/${name}` })
    }) as typeof dialog.showSaveDialog
  }, folder)
}
