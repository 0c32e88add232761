import { createHash } from 'node:crypto'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { backUpStore } from '../../../electron/vault/store/backup/back-up-store.ts'
import type { LedgerLine } from '../../../electron/vault/store/backup/backups-to-prune.ts'
import { readBackupName } from '../../../electron/vault/store/backup/backup-name.ts'
import { proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import type { Disk } from '../../../electron/vault/store/disk.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'
import {
  type Kdf,
  openVault,
  prepareVault,
  type Store,
  type VaultRefusal,
} from '../../../electron/vault/store/store.ts'

/** A vault and a folder of backups, and who may enter. */
export type World = { folder: string; passphrase: string; recoveryKey: string; envelopeKey: string }

export const at = '2026-11-20T18:04:00.000Z'
const params = { memoryKiB: 256 * 1024, passes: 3 }

/** Stands in for Argon2id, of which only that it differs for every passphrase and salt matters here. */
export const standInKdf: Kdf = (passphrase, salt) =>
  Promise.resolve(new Uint8Array(createHash('sha256').update(salt).update(passphrase).digest()))

export const vaultOf = ({ folder }: Pick<World, 'folder'>): string => join(folder, 'kluis')
export const stickOf = ({ folder }: Pick<World, 'folder'>): string => join(folder, 'stick')

export const prepared = (passphrase: string) => prepareVault({ passphrase, kdf: standInKdf, params })

export function must<Answer extends object>(answer: Answer): Exclude<Answer, { refused: unknown }> {
  if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<Answer, { refused: unknown }>
}

/** Opens the vault of a world with its recovery key, or with another secret. */
export const enter = (
  world: World,
  secret: { passphrase: string } | { recoveryKey: string } = { recoveryKey: world.recoveryKey },
  disk: Disk = nodeDisk,
): Promise<Store | VaultRefusal> => openVault(vaultOf(world), secret, { kdf: standInKdf, disk })

/** Changes the passphrase, typed by somebody who holds the recovery key. */
export async function changePassphrase(
  store: Store,
  { recoveryKey }: World,
  passphrase: string,
): Promise<void> {
  const refused = await store.changePassphrase({
    current: { recoveryKey },
    passphrase,
    params,
    kdf: standInKdf,
    at,
  })
  if (refused) throw new Error(refused.refused)
}

export async function backupsOn(stick: string): Promise<string[]> {
  return (await readdir(stick)).filter((name) => readBackupName(name)).sort()
}

/** Backs up to the stick on a day; the ledger is what lies there. */
export async function backUp(
  store: Store,
  world: World,
  today: string,
  disk: Disk = nodeDisk,
): Promise<string> {
  const folder = stickOf(world)
  const ledger = (await backupsOn(folder)).flatMap((fileName): LedgerLine[] => {
    const name = readBackupName(fileName)
    return name ? [{ fileName, stateNumber: name.stateNumber, date: name.date, proven: true }] : []
  })
  const means = { disk, prove: proveBackup, today, now: () => at }
  const [outcome] = await backUpStore(store, [{ folder, ledger }], means)
  if (outcome === undefined) throw new Error('no outcome')
  return must(outcome.backup).fileName
}

const put = (id: string, scope: string, body: unknown) => ({ id, kind: 'note', scope, body })

/**
 * A vault with two cases, names in one of them, a passphrase, a recovery key and an envelope, and three backups: one of
 * last week, two of one day. The second of those lets the next backup remove the first.
 */
export async function makeWorld(folder: string, passphrase: string): Promise<World> {
  const vault = await prepared(passphrase)
  vault.confirm(vault.recoveryKeyText)
  const world = { folder, passphrase, recoveryKey: vault.recoveryKeyText, envelopeKey: '' }
  await mkdir(stickOf(world), { recursive: true })
  const store = must(await vault.write(vaultOf(world)))
  const envelope = must(store.addRecoverySlot('envelope'))
  world.envelopeKey = envelope.recoveryKeyText
  await envelope.confirm(envelope.recoveryKeyText, at)
  await store.commit([put('a', 'case:a', 'n'.repeat(9000)), put('names', 'persons:a', 1)], at)
  await backUp(store, world, '2026-11-12')
  await store.commit([put('b', 'case:b', 2), put('c', 'common', 3)], at)
  await backUp(store, world, '2026-11-19')
  await store.commit([put('c', 'common', 4)], at)
  await store.close()
  return world
}

/** The same world in another folder, to be spoilt. */
export async function copyWorld(world: World, folder: string): Promise<World> {
  await cp(world.folder, folder, { recursive: true })
  return { ...world, folder }
}
