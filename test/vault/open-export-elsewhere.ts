import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openExported } from '../../electron/vault/store/store.ts'

/** Run in a process of its own: opens an exported snapshot with a recovery key and says what is in it. */
async function main(folder: string, recoveryKey: string): Promise<void> {
  const snapshot = new Uint8Array(await readFile(join(folder, 'snapshot')))
  const headerBytes = new Uint8Array(await readFile(join(folder, 'header')))
  const kdf = () => Promise.reject(new Error('Argon2 was asked for'))
  const copy = await openExported({ snapshot, headerBytes }, { recoveryKey }, { kdf })
  if ('refused' in copy) throw new Error(`refused: ${copy.refused}`)
  process.stdout.write(`${copy.content.records.size} records, state ${copy.state.stateNumber}\n`)
}

const [folder = '', recoveryKey = ''] = process.argv.slice(2)
main(folder, recoveryKey).catch((error: unknown) => {
  process.stderr.write(String(error))
  process.exitCode = 1
})
