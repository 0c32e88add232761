import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { provideElectron } from '../electron/runtime/electron-runtime.ts'
import { benchColdStart } from './cold-start-bench.ts'
import { benchDocuments } from './document-bench.ts'
import { benchVault } from './vault-bench.ts'

const built = spawnSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] })
if (built.status !== 0) throw new Error('the application does not build')

const electron = await provideElectron()
const result = {
  machine: { cores: cpus().length, memoryGigabytes: Math.round(totalmem() / 1e9), node: process.version },
  electron: { version: electron.version, origin: electron.origin },
  coldStart: await benchColdStart(),
  vault: [await benchVault(1_000), await benchVault(10_000)],
  documents: await benchDocuments(),
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
process.exit(0)
