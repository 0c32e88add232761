import { cpus, totalmem } from 'node:os'
import { buildApplication } from '../demo/build-application.ts'
import { setUp } from '../electron/runtime/set-up.ts'
import { benchColdStart } from './cold-start-bench.ts'
import { benchDocuments } from './document-bench.ts'
import { benchStatistics } from './statistics-bench.ts'
import { benchVault } from './vault-bench.ts'

const electron = await setUp()
buildApplication()
const result = {
  machine: { cores: cpus().length, memoryGigabytes: Math.round(totalmem() / 1e9), node: process.version },
  electron: { version: electron.version, origin: electron.origin },
  coldStart: await benchColdStart(),
  vault: await benchVault(),
  documents: await benchDocuments(),
  statistics: await benchStatistics(),
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
process.exit(0)
