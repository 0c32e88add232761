import { backUpStore } from '../../../electron/vault/store/backup/back-up-store.ts'
import type { LedgerLine } from '../../../electron/vault/store/backup/backups-to-prune.ts'
import { proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'
import { openVault } from '../../../electron/vault/store/store.ts'

const kdf = () => Promise.reject(new Error('Argon2 was asked for'))

/** Run in a process of its own: changes the vault and backs it up, day after day, until it is killed. */
async function backUp(folder: string, recoveryKey: string, target: string): Promise<void> {
  const store = await openVault(folder, { recoveryKey }, { kdf })
  if ('refused' in store) throw new Error(store.refused)
  const ledger: LedgerLine[] = []
  for (let day = 0; ; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
    const at = `${date}T18:00:00.000Z`
    const scope = `case:${store.state.stateNumber}`
    await store.commit([{ id: 'day', kind: 'note', scope, body: { day } }], at)
    if (day % 3 === 2) await store.destroyScopes([`case:${store.state.stateNumber - 2}`], at)
    const means = { disk: nodeDisk, prove: proveBackup, today: date, now: () => at }
    const [outcome] = await backUpStore(store, [{ folder: target, ledger }], means)
    if (!outcome || 'refused' in outcome.backup) throw new Error(JSON.stringify(outcome))
    const { fileName, stateNumber } = outcome.backup
    ledger.push({ fileName, stateNumber, date, proven: true })
    process.stdout.write(`made ${fileName}\n`)
  }
}

/** The same for restoring, folder after folder. */
async function restore(path: string, recoveryKey: string, around: string): Promise<void> {
  for (let round = 0; ; round += 1) {
    const into = `${around}/vault-${round}`
    const restored = await restoreBackup(path, { recoveryKey }, into, { kdf, at: '2026-11-20T18:04:00.000Z' })
    if ('refused' in restored) throw new Error(restored.refused)
    process.stdout.write(`made vault-${round}\n`)
  }
}

const [work = '', from = '', recoveryKey = '', into = ''] = process.argv.slice(2)
const running = work === 'restore' ? restore(from, recoveryKey, into) : backUp(from, recoveryKey, into)
running.catch((error: unknown) => {
  process.stderr.write(String(error))
  process.exitCode = 1
})
