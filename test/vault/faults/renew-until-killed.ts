import { openVault } from '../../../electron/vault/store/store.ts'

/**
 * Run in a process of its own: opens a vault and until it is killed writes a case, begins a new epoch, and destroys
 * the oldest case. Says on standard output what it is about to do, and what was answered.
 */
async function main(folder: string, recoveryKey: string): Promise<void> {
  const kdf = () => Promise.reject(new Error('Argon2 was asked for'))
  const store = await openVault(folder, { recoveryKey }, { kdf })
  if ('refused' in store) throw new Error(`refused: ${store.refused}`)
  const say = (...words: (string | number)[]): boolean => process.stdout.write(`${words.join(' ')}\n`)
  const at = '2026-11-20T18:04:00.000Z'
  say('open', store.state.stateNumber, store.findings.length)
  for (;;) {
    const number = store.state.stateNumber
    const id = `note-${number}`
    const changes = [
      { id, kind: 'note', scope: `case:${number}`, body: 'n'.repeat((number * 37) % 9000) },
      { id: `twin-of-${id}`, kind: 'note', scope: 'common', body: number },
    ]
    say('kept', id, (await store.commit(changes, at)).stateNumber)
    await store.rotate(at)
    say('rotated', '-', store.state.stateNumber)
    const [oldest] = [...store.all()].filter(({ scope }) => scope.startsWith('case:'))
    if (!oldest) continue
    say('destroying', oldest.id, store.state.stateNumber)
    await store.destroyScopes([oldest.scope], at)
    say('destroyed', oldest.id, store.state.stateNumber)
  }
}

const [folder = '', recoveryKey = ''] = process.argv.slice(2)
main(folder, recoveryKey).catch((error: unknown) => {
  process.stderr.write(String(error))
  process.exitCode = 1
})
