import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { temporaryFolder } from './cache-folder.ts'
import { unprivilegedUser } from './unprivileged-user.ts'

/** A screen to draw on: what to add to the environment, and how to give it back. */
export interface Display {
  readonly env: Readonly<Record<string, string>>
  /** Whether a person can look at it. */
  readonly visible: boolean
  close(): void
}

/**
 * Opens the screen that the person has, or starts an Xvfb (an invisible screen) on a free number where there is none. The
 * Xvfb listens on no network and asks for a cookie that only this process and the user that runs Electron can read.
 */
export async function openDisplay(): Promise<Display> {
  if (process.platform !== 'linux') return { env: {}, visible: true, close: () => undefined }
  const present = process.env['DISPLAY'] ?? ''
  return present === '' ? openInvisibleScreen() : usePresent(present)
}

function usePresent(display: string): Display {
  const cookies = process.env['XAUTHORITY'] || join(homedir(), '.Xauthority')
  const user = unprivilegedUser()
  if (user === undefined || !existsSync(cookies)) {
    return { env: { DISPLAY: display }, visible: true, close: () => undefined }
  }
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-display-'))
  const copy = join(folder, 'cookies')
  copyFileSync(cookies, copy)
  giveTo(user, folder, copy)
  return {
    env: { DISPLAY: display, XAUTHORITY: copy },
    visible: true,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Starts an Xvfb whatever screen there is; `pictureFolder` gets a file in which its picture can be read (XWD). */
export async function openInvisibleScreen(pictureFolder?: string): Promise<Display> {
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-display-'))
  const cookies = join(folder, 'cookies')
  writeFileSync(cookies, cookieForEveryDisplay(), { mode: 0o600 })
  const user = unprivilegedUser()
  if (user !== undefined) giveTo(user, folder, cookies)

  const screen = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-auth', cookies, '-displayfd', '3']
  const picture = pictureFolder === undefined ? [] : ['-fbdir', pictureFolder]
  const server = spawn('Xvfb', [...screen, ...picture], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const close = (): void => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', close)
  try {
    const number = await displayNumber(server)
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: cookies }, visible: false, close }
  } catch (error) {
    close()
    throw error
  }
}

function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const told = server.stdio[3] as Readable
    told.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()))
    server.once('error', reject)
    server.once('exit', () => reject(new Error('Xvfb ended before it opened a screen.')))
  })
}

/** An Xauthority file of one MIT-MAGIC-COOKIE-1 that fits every address and number (libXau, FamilyWild). */
function cookieForEveryDisplay(): Buffer {
  const familyWild = Buffer.from([0xff, 0xff])
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), randomBytes(16)]
  return Buffer.concat([familyWild, ...fields.flatMap((field) => [length16(field), field])])
}

function length16(field: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(field.length)
  return length
}

function giveTo(user: { uid: number; gid: number }, ...paths: readonly string[]): void {
  for (const path of paths) chownSync(path, user.uid, user.gid)
}
