import { openVault } from '../../../electron/vault/store/store.ts'

/**
 * Run in a process of its own: opens a vault, says where it stands, and commits until it is killed. Every answer
 * goes to standard output as soon as it was given: state number, and the record that it wrote.
 */
async function main(folder: string, recoveryKey: string): Promise<void> {
  const kdf = () => Promise.reject(new Error('Argon2 was asked for'))
  const store = await openVault(folder, { recoveryKey }, { kdf })
  if ('refused' in store) throw new Error(`refused: ${store.refused}`)
  process.stdout.write(`open ${store.state.stateNumber} ${store.findings.length}\n`)
  for (let round = 0; ; round += 1) {
    const id = `note-${round % 5}`
    const body = { round, text: 'n'.repeat((round * 37) % 9000) }
    const at = '2026-11-20T18:04:00.000Z'
    const both = [
      { id, kind: 'note', scope: `case:${round % 3}`, body },
      { id: `twin-of-${id}`, kind: 'note', scope: 'common', body },
    ]
    const { stateNumber } = await store.commit(both, at)
    process.stdout.write(`done ${stateNumber} ${id} ${round}\n`)
    if (round % 7 === 6) await store.snapshot()
  }
}

const [folder = '', recoveryKey = ''] = process.argv.slice(2)
main(folder, recoveryKey).catch((error: unknown) => {
  process.stderr.write(String(error))
  process.exitCode = 1
})
