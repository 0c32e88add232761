import { chmodSync, mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder outside the repository that keeps what was fetched, made if need be. For root it is a place that
 * every user can read: Electron is then started as a user without privileges, who cannot enter root's home.
 */
export function cacheFolder(): string {
  const folder = isRoot()
    ? '/var/cache/luwte'
    : join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'luwte')
  makeFolder(folder)
  return folder
}

/** Makes a folder; one of root's is readable for every user, however careful root's umask is. */
export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (isRoot()) chmodSync(folder, 0o755)
}

/** Where short-lived folders go. Root's own may be closed to the user as whom Electron is started. */
export function temporaryFolder(): string {
  return isRoot() ? '/tmp' : tmpdir()
}

/** Whether this process runs as the administrator of a Unix system. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}
