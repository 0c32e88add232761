import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sameBytes } from '../crypto/v1/checksum.ts'
import { answering, LONGEST_LOOK } from './answering.ts'
import { anchorMessage, type LedgerHash } from './backup-file.ts'
import { readBackupName, shortVaultId } from './backup-name.ts'
import type { BackupRefusal } from './backup-refusal.ts'
import { readBeginning } from './read-backup-file.ts'

/** A state that the vault is known to have reached; `head` in hex, as in the store's own state. */
export type Anchor = { stateNumber: number; head: string }

/** An anchor and the backup that bears it, or the reason why a file that bears a backup's name tells nothing. */
export type AnchorsFound = {
  anchors: (Anchor & { fileName: string; epoch: number })[]
  refused: { fileName: string; refusal: BackupRefusal }[]
}

/**
 * The states that a vault's backups in one folder vouch for. Only starts of files are read. An anchor counts when
 * the vault's lasting ledger secret sealed it, whatever epoch and passphrase it is of; a folder that is not there,
 * or does not answer, has none.
 */
export async function readAnchors(
  folder: string,
  vaultId: Uint8Array,
  ledgerHash: LedgerHash,
): Promise<AnchorsFound> {
  const found: AnchorsFound = { anchors: [], refused: [] }
  const looked = answering(folder, () => readdir(folder), { most: LONGEST_LOOK })
  const names = await looked.catch(() => [])
  for (const fileName of names.sort()) {
    if (readBackupName(fileName)?.shortId !== shortVaultId(vaultId)) continue
    const beginning = await readBeginning(join(folder, fileName))
    if ('refused' in beginning) {
      found.refused.push({ fileName, refusal: beginning })
      continue
    }
    const { stateNumber, head, epoch, anchorSeal } = beginning
    if (!sameBytes(beginning.vaultId, vaultId)) {
      found.refused.push({ fileName, refusal: { refused: 'other-vault' } })
    } else if (sameBytes(ledgerHash(anchorMessage(beginning)), anchorSeal)) {
      found.anchors.push({ fileName, epoch, stateNumber, head: Buffer.from(head).toString('hex') })
    } else {
      found.refused.push({ fileName, refusal: { refused: 'tampered', fields: ['beginning'] } })
    }
  }
  return found
}

/**
 * Anchors that saw this vault in a state in which it never was: it was put back as it once was, went on from there, and is
 * further by now. `known` are all states in which anything outside may have seen it since the first of them; what is
 * earlier is not judged, and what is later than `state` is no matter of this.
 */
export function ofAnotherHistory<Found extends Anchor>(
  state: Anchor,
  anchors: readonly Found[],
  known: readonly Anchor[],
): Found[] {
  const first = Math.min(...known.map(({ stateNumber }) => stateNumber))
  const heads = new Set([state.head, ...known.map(({ head }) => head)])
  return anchors.filter(
    ({ stateNumber, head }) => stateNumber >= first && stateNumber <= state.stateNumber && !heads.has(head),
  )
}

/**
 * Whether an opened vault stands where its anchors say that it has been: `newer` when it went on since (or there
 * is no anchor), `same`, or `rolled-back` when an anchor is ahead of it or saw another history of the same length.
 */
export function compareWithAnchors(
  state: Anchor,
  anchors: readonly Anchor[],
): 'newer' | 'same' | 'rolled-back' {
  const furthest = Math.max(-1, ...anchors.map(({ stateNumber }) => stateNumber))
  if (furthest > state.stateNumber) return 'rolled-back'
  if (furthest < state.stateNumber) return 'newer'
  const beside = anchors.filter(({ stateNumber }) => stateNumber === furthest)
  return beside.every(({ head }) => head === state.head) ? 'same' : 'rolled-back'
}
