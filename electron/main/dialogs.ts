import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import { randomBytes } from 'node:crypto'
import { lstat, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type {
  ChosenFile,
  ChosenFolder,
  FilePurpose,
  SaveAnswer,
  SaveRequest,
} from '#shared/contracts/host.ts'
import { safeFileName } from './safe-file-name.ts'
import { removeLeftBehind, writeDocument } from './write-document.ts'

/** Where the path behind a token is made known: to the vault process, never to the page. */
export type RememberPath = (token: string, path: string) => void

const extensions: Readonly<Record<FilePurpose, readonly string[]>> = {
  register: ['csv'],
  backup: ['luwte'],
  handover: ['luwte'],
  report: ['pdf', 'xlsx'],
  table: ['csv', 'xlsx'],
  any: [],
}

/** Lets the advisor point at a file. Null when she thinks better of it. */
export async function chooseFile(
  window: BrowserWindow,
  purpose: FilePurpose,
  remember: RememberPath,
): Promise<ChosenFile | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'dontAddToRecent'],
    filters: filtersFor(extensions[purpose]),
  })
  const [path] = filePaths
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
  if (path === undefined || !found?.isFile()) return null
  return { token: tokenFor(path, remember), name: basename(path), bytes: found.size }
}

/** Lets the advisor point at a folder. Null when she thinks better of it. */
export async function chooseFolder(
  window: BrowserWindow,
  remember: RememberPath,
): Promise<ChosenFolder | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  const [path] = filePaths
  return path === undefined ? null : { token: tokenFor(path, remember), name: basename(path) }
}

/** Lets the advisor say where a document goes, and writes it there. */
export async function saveFile(window: BrowserWindow, request: SaveRequest): Promise<SaveAnswer> {
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), safeFileName(request.suggestedName, request.kind)),
    filters: filtersFor([request.kind]),
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  })
  if (!filePath) return { refused: 'cancelled' }
  // Where most documents go, and so most of what a killed process may have left.
  await removeLeftBehind(app.getPath('documents'))
  const path = await withExtension(filePath, request.kind)
  const outcome = await writeDocument(path, request.bytes)
  return outcome === 'written' ? { saved: basename(path) } : { refused: outcome }
}

/**
 * Some dialogs leave the extension to the program. The name with the extension was not shown to the advisor, so
 * it must not replace a file that is there: a number makes it a new one.
 */
async function withExtension(path: string, extension: string): Promise<string> {
  if (extname(path).toLowerCase() === `.${extension}`) return path
  for (let attempt = 1; ; attempt += 1) {
    const candidate = attempt === 1 ? `${path}.${extension}` : `${path} (${attempt}).${extension}`
    // A link that leads nowhere is a name that is taken all the same.
    const taken = await lstat(candidate).then(
      () => true,
      () => false,
    )
    if (!taken) return candidate
  }
}

function tokenFor(path: string, remember: RememberPath): string {
  const token = randomBytes(16).toString('hex')
  remember(token, path)
  return token
}

/** One filter for all of them, so that none is out of sight at first. */
function filtersFor(names: readonly string[]): FileFilter[] {
  return names.length === 0 ? [] : [{ name: names.join(', ').toUpperCase(), extensions: [...names] }]
}
