import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, chownSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, isRoot, makeFolder } from './cache-folder.ts'

/** Debian's `nobody` and `nogroup`: they own nothing. */
const nobody = { uid: 65534, gid: 65534 }

/**
 * The user as whom Electron must run, where that is another than the one who starts it. Chromium's sandbox does
 * not work for root, and without its sandbox Luwte does not run at all.
 */
export function unprivilegedUser(): { uid: number; gid: number } | undefined {
  return isRoot() && process.platform === 'linux' ? nobody : undefined
}

/**
 * The program to start for this Electron: itself, or for root a small script in the cache folder that first
 * gives up root's rights.
 */
export function startableProgram(executable: string): string {
  const user = unprivilegedUser()
  if (user === undefined) return executable
  const script = `#!/bin/sh
exec setpriv --reuid=${user.uid} --regid=${user.gid} --clear-groups "${executable}" "$@"
`
  const folder = join(cacheFolder(), 'without-privileges')
  makeFolder(folder)
  const name = executable.replaceAll(/[^\w.-]+/g, '_')
  const path = join(folder, `start${name}`)
  const temporary = `${path}.${process.pid}`
  writeFileSync(temporary, script)
  chmodSync(temporary, 0o755)
  renameSync(temporary, path)
  return path
}

/**
 * Makes a folder that only the user who runs Electron can enter, and returns the environment that makes it that
 * user's home: nothing of the person who starts it (D-Bus addresses, settings) is passed on to another user.
 */
export function homeEnvironment(home: string): Record<string, string> {
  if (!existsSync(home)) mkdirSync(home, { recursive: true })
  const runtimeFolder = join(home, '.run')
  mkdirSync(runtimeFolder, { recursive: true })
  const user = unprivilegedUser()
  for (const folder of [home, runtimeFolder]) {
    chmodSync(folder, 0o700)
    if (user !== undefined) chownSync(folder, user.uid, user.gid)
  }
  return {
    HOME: home,
    XDG_RUNTIME_DIR: runtimeFolder,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local/share'),
  }
}

/** Gives a folder and all in it to the user who runs Electron, where that is another. */
export function ownByUser(folder: string): void {
  const user = unprivilegedUser()
  if (user !== undefined) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder])
}
