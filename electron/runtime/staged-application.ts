import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { repositoryRoot } from './repository-root.ts'
import { unprivilegedUser } from './unprivileged-user.ts'

let staged: string | undefined

/**
 * The folder to start Electron with. It is the repository itself, but for root a copy of the built application (it
 * needs nothing from node_modules), since the unprivileged user may not be able to read the repository. The copy is
 * made once per process and removed when the process ends.
 */
export function stagedApplication(): string {
  if (!existsSync(join(repositoryRoot, 'out/main/index.cjs'))) {
    throw new Error('The application is not built yet: npm run build.')
  }
  if (unprivilegedUser() === undefined) return repositoryRoot
  if (staged !== undefined) return staged
  const folder = mkdtempSync(join(tmpdir(), 'luwte-application-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(repositoryRoot, 'package.json'), join(folder, 'package.json'))
  cpSync(join(repositoryRoot, 'out'), join(folder, 'out'), { recursive: true })
  execFileSync('chmod', ['-R', 'go+rX,go-w', folder])
  chmodSync(folder, 0o755)
  staged = folder
  return folder
}
