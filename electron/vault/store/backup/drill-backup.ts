import type { Kdf } from '../crypto/v1/kdf.ts'
import type { StoredRecord } from '../content.ts'
import type { Secret } from '../unlock.ts'
import type { Anchor } from './anchors.ts'
import type { BackupRefusal } from './backup-refusal.ts'
import { openBackupFile } from './open-backup.ts'

/** What a drill found: which state the backup holds, and how many records opened. */
export type Drilled = Anchor & { records: number; lastChangeAt: string }

/**
 * A restore into memory: the backup is read from where it lies and opened to its last record, as an empty machine
 * would with this secret. Nothing is written and nothing is kept.
 */
export async function drillBackup(path: string, secret: Secret, kdf: Kdf): Promise<Drilled | BackupRefusal> {
  const opened = await openBackupFile(path, secret, kdf)
  if ('refused' in opened) return opened
  const { records, stateNumber, head, lastChangeAt } = opened.content
  const drilled = {
    stateNumber,
    head: Buffer.from(head).toString('hex'),
    records: records.size,
    lastChangeAt,
  }
  records.clear()
  opened.keyring.wipe()
  return drilled
}

/** The ids of records that are in one of two vaults only, or not the same in both: bodies, versions, all of it. */
export function differingRecords(one: Iterable<StoredRecord>, other: Iterable<StoredRecord>): string[] {
  const left = new Map([...one].map((record) => [record.id, textOf(record)]))
  const right = new Map([...other].map((record) => [record.id, textOf(record)]))
  const ids = new Set([...left.keys(), ...right.keys()])
  return [...ids].filter((id) => left.get(id) !== right.get(id))
}

const textOf = ({ kind, scope, version, schema, body }: StoredRecord): string =>
  JSON.stringify([kind, scope, version, schema, body])
