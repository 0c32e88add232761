import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseHeader } from '../crypto/v1/header.ts'
import { type Kdf, kdfWithinBounds, passphraseBytes } from '../crypto/v1/kdf.ts'
import type { Secret } from '../unlock.ts'
import { answering, patienceFor } from './answering.ts'
import type { BackupRefusal } from './backup-refusal.ts'
import { drillBackup, type Drilled } from './drill-backup.ts'
import { readBeginning } from './read-backup-file.ts'

/** What a process that has nothing else needs to open one backup: for a passphrase also what was derived from it. */
export type DrillOrder = { path: string; secret: Secret; derived: Uint8Array | null }

/** Opens a backup as ordered; in the application in a process that ends thereafter. */
export type Drill = (order: DrillOrder) => Promise<Drilled | BackupRefusal>

/**
 * Opens it within the time that a file of its size may take; rejects where its place does not answer, and at once when it is
 * called off. The process that opens it is left to end by itself.
 */
export async function drillInTime(
  drill: Drill,
  order: DrillOrder,
  signal?: AbortSignal,
): Promise<Drilled | BackupRefusal> {
  const place = dirname(order.path)
  const size = await answering(place, () => stat(order.path)).then(
    (found) => found.size,
    () => 0,
  )
  // Twice: that process has a time of its own, and says more.
  return answering(place, () => drill(order), { most: 2 * patienceFor(size), signal })
}

/** Derives what the header of a backup asks for, so that the process that opens it need not. */
export async function drillOrder(
  path: string,
  secret: Secret,
  kdf: Kdf,
): Promise<DrillOrder | BackupRefusal> {
  if ('recoveryKey' in secret) return { path, secret, derived: null }
  const beginning = await readBeginning(path)
  if ('refused' in beginning) return beginning
  const parsed = parseHeader(beginning.headerBytes)
  // A cost out of bounds is never paid: opening says what is wrong with such a header.
  const mayDerive = parsed.found === 'header' && parsed.knownKdf && kdfWithinBounds(parsed.header.kdf)
  if (!mayDerive) return { path, secret, derived: null }
  const { salt, kdf: params } = parsed.header
  return { path, secret, derived: await kdf(passphraseBytes(secret.passphrase), salt, params) }
}

/** Opens the backup to its last record. */
export const drillAsOrdered: Drill = ({ path, secret, derived }) =>
  drillBackup(path, secret, () => {
    if (derived === null) throw new Error('a key was asked for that nobody derived')
    return Promise.resolve(derived.slice())
  })
