import type { Kdf } from '../crypto/v1/kdf.ts'
import { dice } from '../crypto/v1/seal.ts'
import { loadSodium } from '../crypto/v1/sodium.ts'
import type { SlotName } from '../crypto/v1/slot.ts'
import type { NextEpoch } from '../next-epoch.ts'
import { openSnapshot } from '../snapshot.ts'
import { type Secret, unlock, type Unlocked } from '../unlock.ts'
import { type BackupFile, openBackup, parseBackup } from './backup-file.ts'
import { type BackupRefusal, tampered } from './backup-refusal.ts'
import { readBackupFile } from './read-backup-file.ts'

/** A backup that opened to its last record. Whoever is done with it wipes the keyring. */
export type OpenedBackup = NextEpoch & { openedWith: SlotName }

/** What the header copy in a backup yields to the secret that was in force when it was made. */
async function unlockHeader(
  { beginning, header, knownKdf }: BackupFile,
  secret: Secret,
  kdf: Kdf,
): Promise<Unlocked | BackupRefusal> {
  const candidates = [{ part: 'header', header, bytes: beginning.headerBytes, knownKdf }]
  const unlocked = await unlock({ candidates, findings: [], newerFormat: undefined }, secret, kdf, dice)
  if (!('refused' in unlocked)) return unlocked
  if (unlocked.refused === 'wrong-passphrase') return { refused: 'wrong-passphrase' }
  if (unlocked.refused === 'wrong-recovery-key')
    return { refused: 'wrong-recovery-key', groups: unlocked.groups }
  return tampered('header')
}

/**
 * Reads a backup file and opens it with a passphrase or a recovery key and nothing else: no vault need exist. Every
 * record is opened; one that does not is a refusal of the whole.
 */
export async function openBackupFile(
  path: string,
  secret: Secret,
  kdf: Kdf,
): Promise<OpenedBackup | BackupRefusal> {
  await loadSodium()
  const bytes = await readBackupFile(path)
  if ('refused' in bytes) return bytes
  const file = parseBackup(bytes)
  if ('refused' in file) return file
  const unlocked = await unlockHeader(file, secret, kdf)
  if ('refused' in unlocked) return unlocked
  const { keyring, header, headerBytes, openedWith } = unlocked
  const opened = await keyring.lendBackupKey(async (backupKey) => openBackup(file, backupKey))
  const content = 'refused' in opened ? undefined : openSnapshot(opened.snapshot, keyring)
  if (content) return { keyring, header, headerBytes, content, openedWith }
  keyring.wipe()
  return 'refused' in opened ? opened : tampered('content')
}
