import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { temporaryFolder } from '../../electron/runtime/cache-folder.ts'
import { openInvisibleScreen, type Display } from '../../electron/runtime/display.ts'

/**
 * Somebody at a screen of her own, who sees pictures and uses a keyboard: for a program that no test driver may enter.
 * Keys go to the window in front, as from a real keyboard (XTEST).
 */
export interface PersonAtScreen {
  /** The screen to start the program on. */
  readonly display: Display
  /** Types a text of plain letters, digits, spaces and points. */
  type(text: string): void
  /** Presses keys, as xdotool names them: `ctrl+l`, `Return`, `Tab`. */
  press(...keys: readonly string[]): void
  /** Resolves when a window of this name is to be seen, and brings it to the front. */
  windowAppears(name: string): Promise<void>
  /** The names of all windows that are to be seen now. */
  windows(): readonly string[]
  /** Resolves when the picture stands still, but for a blinking caret. */
  pictureRests(): Promise<void>
  leave(): void
}

const patience = 30_000
/** A caret is two dots wide and a line high; anything that tells something is larger. */
const largestCaret = 200

export async function sitAtScreen(): Promise<PersonAtScreen> {
  const folder = mkdtempSync(join(temporaryFolder(), 'luwte-picture-'))
  chmodSync(folder, 0o700)
  const display = await openInvisibleScreen(folder)
  const picture = join(folder, 'Xvfb_screen0')

  function xdotool(...args: readonly string[]): string {
    return execFileSync('xdotool', args, {
      encoding: 'utf8',
      env: { ...process.env, ...display.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  function windowsNamed(pattern: string): readonly string[] {
    try {
      return xdotool('search', '--onlyvisible', '--name', pattern).trim().split('\n').filter(Boolean)
    } catch {
      // It ends with an error when there is none.
      return []
    }
  }

  return {
    display,
    type: (text) => void xdotool('type', '--delay', '12', text),
    press: (...keys) => void xdotool('key', '--delay', '12', ...keys),
    windowAppears: async (name) => {
      for (const until = Date.now() + patience; Date.now() < until; await pause(100)) {
        const [window] = windowsNamed(`^${name}$`)
        if (window === undefined) continue
        xdotool('windowfocus', '--sync', window)
        return
      }
      throw new Error(`No window named ${name} appeared.`)
    },
    windows: () => windowsNamed('.+').map((window) => xdotool('getwindowname', window).trim()),
    pictureRests: async () => {
      let before = readFileSync(picture)
      for (const until = Date.now() + patience; Date.now() < until;) {
        await pause(400)
        const now = readFileSync(picture)
        if (dotsThatDiffer(before, now) <= largestCaret) return
        before = now
      }
      throw new Error('The picture on the screen does not come to rest.')
    },
    leave: () => {
      display.close()
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Of two pictures of the same size, four bytes a dot. */
function dotsThatDiffer(one: Buffer, other: Buffer): number {
  if (one.equals(other)) return 0
  let count = 0
  for (let at = 0; at + 4 <= one.length; at += 4) {
    if (one.readUInt32LE(at) !== other.readUInt32LE(at)) count += 1
  }
  return count
}
