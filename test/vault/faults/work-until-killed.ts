import { join } from 'node:path'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { rewriteBackups } from '../../../electron/vault/store/backup/rewrite-backups.ts'
import { proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import type { Store } from '../../../electron/vault/store/store.ts'
import { die, DyingDisk, say } from './dying-disk.ts'
import {
  at,
  backUp,
  backupsOn,
  changePassphrase,
  enter,
  must,
  prepared,
  standInKdf,
  stickOf,
  type World,
} from './killed-world.ts'

/** Everything that writes, by its name in a sentence. */
export type Operation =
  | 'creation'
  | 'opening'
  | 'save'
  | 'snapshot'
  | 'change of passphrase'
  | 'rotation'
  | 'destruction of a case'
  | 'destruction of names'
  | 'renewal of the recovery key'
  | 'making of an envelope'
  | 'revoking of the envelope'
  | 'backup'
  | 'rewriting of backups'
  | 'restore'

/** What the process is asked: `calls` is when its disk kills it, or -1 when somebody outside does. */
export type Order = { world: World; operation: Operation; calls: number; everyCall: boolean }

/** Draws a key, says it, and lets it in: on paper it is before it opens anything. */
async function admit(store: Store, kind: 'recovery' | 'envelope'): Promise<void> {
  const drawn = must(store.addRecoverySlot(kind))
  say('drawn', drawn.recoveryKeyText)
  await drawn.confirm(drawn.recoveryKeyText, at)
}

async function remove(store: Store, slot: number): Promise<void> {
  const refused = await store.removeSlot(slot, at)
  if (refused) throw new Error(refused.refused)
}

/** What is written in the place of something destroyed. */
const lineOf = (what: string) => ({ id: 'line', kind: 'note', scope: 'common', body: `destroyed: ${what}` })

async function withStore(store: Store, { world, operation }: Order, disk: DyingDisk): Promise<void> {
  switch (operation) {
    case 'save':
      await store.commit(
        [
          { id: 'd', kind: 'note', scope: 'case:d', body: 'n'.repeat(5000) },
          { id: 'c', kind: 'note', scope: 'common', body: 5 },
        ],
        at,
      )
      return
    case 'snapshot':
      return store.snapshot()
    case 'change of passphrase':
      return changePassphrase(store, world, 'een volgende')
    case 'rotation':
      return store.rotate(at)
    case 'destruction of a case':
      return store.destroyScopes(['case:a', 'persons:a'], at, undefined, [lineOf('case')])
    case 'destruction of names':
      return store.destroyScopes(['persons:a'], at, undefined, [lineOf('names')])
    case 'renewal of the recovery key':
      await admit(store, 'recovery')
      return remove(store, 2)
    case 'making of an envelope':
      return admit(store, 'envelope')
    case 'revoking of the envelope':
      return remove(store, 3)
    case 'backup':
      say('made', await backUp(store, world, '2026-11-19', disk))
      return
    case 'rewriting of backups': {
      const secret = { recoveryKey: world.recoveryKey }
      const means = { disk, prove: proveBackup, now: () => at, kdf: standInKdf }
      const names = await backupsOn(stickOf(world))
      const destroyed = store.destroyedHashes()
      for (const { outcome } of await rewriteBackups(stickOf(world), names, { secret, destroyed }, means))
        if (outcome !== 'clean') must(outcome)
      return
    }
    case 'creation':
    case 'opening':
    case 'restore':
      throw new Error('it has no open vault to begin with')
  }
}

async function work(order: Order): Promise<void> {
  const { world, operation, calls, everyCall } = order
  const disk = new DyingDisk(everyCall)
  const begin = (): void => {
    say('begun')
    if (calls >= 0) disk.arm(calls)
  }
  if (operation === 'creation') {
    const vault = await prepared(world.passphrase)
    vault.confirm(vault.recoveryKeyText)
    say('drawn', vault.recoveryKeyText)
    begin()
    must(await vault.write(join(world.folder, 'nieuw'), disk))
  } else if (operation === 'opening') {
    begin()
    must(await enter(world, undefined, disk))
  } else if (operation === 'restore') {
    const path = join(stickOf(world), (await backupsOn(stickOf(world))).at(-1) ?? '')
    begin()
    const { recoveryKey } = world
    const means = { kdf: standInKdf, at, disk }
    must(await restoreBackup(path, { recoveryKey }, join(world.folder, 'terug'), means))
  } else {
    const store = must(await enter(world, undefined, disk))
    begin()
    await withStore(store, order, disk)
  }
  say('done')
  die()
}

const [asked = '{}'] = process.argv.slice(2)
work(JSON.parse(asked) as Order).catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error))
  process.exitCode = 1
})
