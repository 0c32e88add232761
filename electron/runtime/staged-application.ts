import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './cache-folder.ts'
import { repositoryRoot } from './repository-root.ts'
import { unprivilegedUser } from './unprivileged-user.ts'

/**
 * The folder to start Electron with. It is the repository itself, but for root a copy of the built application, since the
 * unprivileged user may not be able to read the repository.
 */
export function stagedApplication(): string {
  return unprivilegedUser() === undefined ? repositoryRoot : copyApplication()
}

/**
 * Copies the built application, which needs nothing from node_modules, to a folder that every user can read, and
 * returns it. It is removed when this process ends.
 */
export function copyApplication(): string {
  if (!existsSync(join(repositoryRoot, 'out/main/index.cjs'))) {
    throw new Error('The application is not built yet: npm run build.')
  }
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-application-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(repositoryRoot, 'package.json'), join(folder, 'package.json'))
  cpSync(join(repositoryRoot, 'out'), join(folder, 'out'), { recursive: true })
  makeReadable(folder)
  return folder
}

/** Lets every user read a folder and all in it, and nobody else write there. */
export function makeReadable(folder: string): void {
  chmodSync(folder, 0o755)
  if (process.platform !== 'win32') execFileSync('chmod', ['-R', 'go+rX,go-w', folder])
}
