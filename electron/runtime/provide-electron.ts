import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NoElectron, type ElectronRuntime } from './electron-runtime.ts'
import { provideRegistryRuntime } from './registry-runtime.ts'
import { repositoryRoot } from './repository-root.ts'
import { say } from './say.ts'

/**
 * Finds the Electron to run, in this order: the one that `LUWTE_ELECTRON` names (a path, or `official` to fetch
 * the official binary), the official binary if it is already there, and on Linux x64 the fallback runtime.
 * Nothing is fetched from the official release page unless asked for: where that page is blocked, trying costs
 * minutes. Throws {@link NoElectron} with a sentence for the person.
 */
export async function provideElectron(asked = process.env['LUWTE_ELECTRON'] ?? ''): Promise<ElectronRuntime> {
  if (asked === 'official') return fetchOfficial()
  if (asked !== '') {
    if (!existsSync(asked) || !statSync(asked).isFile()) {
      throw new NoElectron(`LUWTE_ELECTRON names ${asked}, and there is no such program.`)
    }
    return { executable: asked, version: versionBeside(asked), origin: 'setting' }
  }
  const official = findOfficial()
  if (official) return official
  if (process.platform === 'linux' && process.arch === 'x64') return provideRegistryRuntime()
  throw new NoElectron(
    'There is no Electron on this computer yet. Fetch it with: npm run set-up -- --official ' +
      '(or name one: LUWTE_ELECTRON=/path/to/electron npm start).',
  )
}

function fetchOfficial(): ElectronRuntime {
  const present = findOfficial()
  if (present) return present
  say('Fetching the official Electron from its release page.')
  try {
    execFileSync(process.execPath, [join(repositoryRoot, 'node_modules/electron/install.js')], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  } catch {
    throw new NoElectron(
      'The official Electron could not be fetched: its release page cannot be reached from this network.',
    )
  }
  const fetched = findOfficial()
  if (!fetched) throw new NoElectron('The official Electron was fetched but its program file is not there.')
  return fetched
}

function findOfficial(): ElectronRuntime | undefined {
  const folder = join(repositoryRoot, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  if (!existsSync(executable)) return undefined
  return { executable, version: versionBeside(executable), origin: 'official' }
}

/** Every distribution of Electron carries a file `version` beside its program (on macOS elsewhere). */
function versionBeside(executable: string): string {
  const file = join(dirname(executable), 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version'
}
