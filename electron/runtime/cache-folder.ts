import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder outside the repository that keeps what was fetched, made if need be. For root it is a place that
 * every user can read: Electron is then started as a user without privileges, who cannot enter root's home.
 */
export function cacheFolder(): string {
  const folder = isRoot()
    ? '/var/cache/luwte'
    : join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'luwte')
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/** Whether this process runs as the administrator of a Unix system. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}
