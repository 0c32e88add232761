import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { provideLibraries } from './debian-libraries.ts'
import { NoElectron, type ElectronRuntime } from './electron-runtime.ts'
import { provideElectron } from './provide-electron.ts'
import { say } from './say.ts'

/**
 * Makes this computer able to run Luwte: its libraries and an Electron. Tells in a line which Electron it is.
 * Throws {@link NoElectron} with a sentence for the person when that fails.
 */
export async function setUp({ forTests = false }: { forTests?: boolean } = {}): Promise<ElectronRuntime> {
  if (!provideLibraries({ forTests })) throw new NoElectron('Luwte cannot start until those are installed.')
  const runtime = await provideElectron()
  say(describe(runtime))
  return runtime
}

function describe(runtime: ElectronRuntime): string {
  switch (runtime.origin) {
    case 'official':
      return `Luwte runs on the official Electron ${runtime.version}.`
    case 'setting':
      return `Luwte runs on the Electron ${runtime.version} at ${runtime.executable}.`
    case 'registry':
      return `Luwte runs on the fallback Electron ${runtime.version}, of 2023: for looking and testing, never for real cases.`
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const flags = process.argv.slice(2)
  if (flags.includes('--official')) process.env['LUWTE_ELECTRON'] = 'official'
  try {
    await setUp({ forTests: flags.includes('--tests') })
  } catch (error) {
    say(error instanceof Error ? error.message : 'The set-up failed.')
    process.exitCode = 1
  }
}
