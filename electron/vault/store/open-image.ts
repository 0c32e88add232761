import { sameBytes } from './crypto/v1/checksum.ts'
import { parseHeader } from './crypto/v1/header.ts'
import { journalHeadBytes, parseJournalHead } from './crypto/v1/journal-head.ts'
import type { Kdf } from './crypto/v1/kdf.ts'
import type { Content } from './content.ts'
import { type Finding, refuseFor, StoreStopped, stopReason, type VaultRefusal } from './finding.ts'
import type { Keyring } from './keyring.ts'
import { Replay } from './replay.ts'
import { openSnapshot } from './snapshot.ts'
import type { Store } from './opened-store.ts'
import type { SeenSnapshot } from './seen-snapshots.ts'
import type { StoreParts } from './store-parts.ts'
import { findHeaders, type HeadersFound, type Secret, unlock, type Unlocked } from './unlock.ts'
import {
  clearAside,
  freeName,
  generationsOf,
  headerNames,
  journalName,
  keepAside,
  readVaultFile,
  snapshotName,
  type VaultImage,
  writeHeaders,
} from './vault-files.ts'
import { VaultStore } from './vault-store.ts'
import type { Place } from './write-new-vault.ts'

/** What was read of a vault under its lock: headers and journals, and a look at every snapshot. */
type Seen = { image: VaultImage; snapshots: Map<number, SeenSnapshot> }

/** Opens what was read; a refusal has written nothing. */
export async function openImage(
  place: Place,
  seen: Seen,
  secret: Secret,
  kdf: Kdf,
): Promise<Store | VaultRefusal> {
  const headers = findHeaders(seen.image, seen.snapshots)
  const newer = headers.newerFormat ?? newerFormat(seen)
  if (newer !== undefined) return { refused: 'newer-format', format: newer.format, fields: [newer.part] }
  let tried = headers.candidates
  for (let refusal: VaultRefusal | undefined; ;) {
    const unlocked = await unlock({ ...headers, candidates: tried }, secret, kdf, place.random)
    if ('refused' in unlocked) {
      const old = isWrong(unlocked) ? putBack(seen, headers) : []
      return refusal ?? (old.length > 0 ? refuseFor('tampered', old) : unlocked)
    }
    const findings = isHalfMade(seen) ? [] : [...unlocked.findings]
    const base = await newestWhole(seen.snapshots, unlocked.keyring, findings)
    unlocked.keyring.wipe()
    if (base) return load(place, seen, { ...unlocked, keyring: base.keyring, findings }, base)
    const tampered = findings.some(
      ({ finding, part }) => finding === 'tampered' && part.startsWith('snapshot'),
    )
    refusal ??= refuseFor(tampered ? 'tampered' : 'damaged', findings)
    // A new epoch that was cut off and then damaged: the one before is still there, whole.
    tried = tried.filter(({ header }) => header.epoch < unlocked.header.epoch)
    if (tried.length === 0) return refusal
  }
}

/** A secret that was well typed and opens nothing. */
const isWrong = (refusal: VaultRefusal): boolean =>
  refusal.refused === 'wrong-passphrase' ||
  (refusal.refused === 'wrong-recovery-key' && refusal.groups.length === 0)

/**
 * Whether a vault was cut off while it was made: headers come after the first snapshot, and a second one after those.
 * It never held anything, so nothing that it lacks is missing.
 */
function isHalfMade({ image, snapshots }: Seen): boolean {
  const generations = [...snapshots.keys(), ...generationsOf(image.keys(), 'journal')]
  const isFirst = generations.every((generation) => generation === 1)
  return isFirst && image.get(journalName(1))?.length === journalHeadBytes
}

/** A part of a format that this version does not know. */
function newerFormat({ image, snapshots }: Seen): { format: number; part: string } | undefined {
  for (const [generation, seen] of snapshots)
    if (seen.found === 'newer-format') return { format: seen.format, part: snapshotName(generation) }
  for (const part of generationsOf(image.keys(), 'journal').map(journalName)) {
    const parsed = parseJournalHead(image.get(part) ?? new Uint8Array(0))
    if (parsed.found === 'newer-format') return { format: parsed.format, part }
  }
  return undefined
}

/**
 * The header files, when the vault has been in a later epoch than they and all their copies: a journal of it holds
 * entries. Somebody put old files back, and the secret that does not open them may well be the present one.
 */
function putBack({ image }: Seen, { candidates }: HeadersFound): Finding[] {
  const newest = Math.max(...candidates.map(({ header }) => header.epoch))
  const isLater = generationsOf(image.keys(), 'journal').some((generation) => {
    const bytes = image.get(journalName(generation)) ?? new Uint8Array(0)
    const parsed = parseJournalHead(bytes)
    if (parsed.found !== 'journal' || bytes.length === journalHeadBytes) return false
    const { epoch, vaultId } = parsed.head
    return epoch > newest && candidates.some(({ header }) => sameBytes(header.vaultId, vaultId))
  })
  return isLater ? headerNames.map((part) => ({ finding: 'tampered', part })) : []
}

type Base = { generation: number; content: Content; keyring: Keyring }

/** The newest snapshot that opens whole; what is wrong with any, also with the one kept before, is named. */
async function newestWhole(
  snapshots: Seen['snapshots'],
  bare: Keyring,
  findings: Finding[],
): Promise<Base | undefined> {
  if (snapshots.size === 0) findings.push({ finding: 'missing', part: 'snapshot' })
  let base: Base | undefined
  for (const [generation, seen] of [...snapshots].reverse()) {
    if (seen.found === 'snapshot' && base) continue
    if (seen.found === 'snapshot' && seen.generation === generation) {
      const keyring = bare.bare()
      const parsed = await seen.read()
      const content = parsed.found === 'snapshot' ? openSnapshot(parsed.file, keyring) : undefined
      if (content) {
        base = { generation, content, keyring }
        continue
      }
      keyring.wipe()
    }
    findings.push({
      finding: seen.found === 'snapshot' ? 'tampered' : 'damaged',
      part: snapshotName(generation),
    })
  }
  return base
}

/** The epochs of all snapshots and journals that say one; nothing vouches for it but an unkeyed checksum. */
function epochsOf({ image, snapshots }: Seen): number[] {
  const epochs: number[] = []
  for (const { found, headerBytes } of snapshots.values()) {
    const header = found === 'snapshot' && headerBytes ? parseHeader(headerBytes) : undefined
    if (header?.found === 'header') epochs.push(header.header.epoch)
  }
  for (const generation of generationsOf(image.keys(), 'journal')) {
    const parsed = parseJournalHead(image.get(journalName(generation)) ?? new Uint8Array(0))
    if (parsed.found === 'journal') epochs.push(parsed.head.epoch)
  }
  return epochs
}

/**
 * What is wrong with header files that read well. While a new epoch is being finished those of the one before are
 * only late. Those of the epoch after lost their snapshot. Any other is somebody's.
 */
function judgeHeaders(image: VaultImage, { keyring, headerBytes }: Unlocked, unfinished: boolean): Finding[] {
  const findings: Finding[] = []
  for (const part of headerNames) {
    const bytes = image.get(part)
    if (!bytes || parseHeader(bytes).found !== 'header' || sameBytes(bytes, headerBytes)) continue
    if (unfinished && keyring.isPreviousHeader(bytes)) continue
    findings.push({ finding: keyring.isNextHeader(bytes) ? 'damaged' : 'tampered', part })
  }
  return findings
}

async function load(place: Place, seen: Seen, unlocked: Unlocked, base: Base): Promise<Store> {
  const { image } = seen
  const { findings, keyring } = unlocked
  const epochs = epochsOf(seen)
  const hasOlder = epochs.some((epoch) => epoch < keyring.epoch)
  // A finished epoch has two snapshots and two journals; headers are made equal before there are two.
  const unfinished = hasOlder && epochs.filter((epoch) => epoch === keyring.epoch).length <= 2
  findings.push(...judgeHeaders(image, unlocked, unfinished))
  const replay = new Replay(base.content, keyring)
  const { generation, isApart } = replayAll(seen, base, keyring, replay)
  findings.push(...replay.findings)
  const journalSize = image.get(journalName(generation))?.length ?? 0
  const files = { generation, journalSize, keepFrom: base.generation }
  const parts = { ...place, ...unlocked, content: base.content, ...files }
  const due =
    isHalfMade(seen) || replay.torn || findings.length > 0 || generation !== base.generation || hasOlder
  const spoiled = new Set([...findings.map(({ part }) => part), ...replay.spoiled])
  const olderThan = hasOlder ? base.generation : 0
  const store = new VaultStore(parts)
  await mend(seen, parts, store, { spoiled, snapshots: isApart ? 2 : Number(due), olderThan })
  return store
}

/**
 * Applies the journal of a snapshot and all later ones. What the vault is numbered by is the last that follows
 * without a gap; one beyond a gap may be ours, and then its entries are saved, but anybody can put one there, and the
 * numbers that we write must not be theirs to choose.
 */
function replayAll(
  { image, snapshots }: Seen,
  base: Base,
  { epoch }: Keyring,
  replay: Replay,
): { generation: number; isApart: boolean } {
  let { generation } = base
  let isApart = false
  const later = generationsOf(image.keys(), 'journal').filter((one) => one > base.generation)
  for (const next of [base.generation, ...later]) {
    const name = journalName(next)
    const bytes = image.get(name)
    // A journal without entries whose snapshot was never finished, or was of an epoch that never came to be.
    const isEmpty = next !== base.generation && bytes?.length === journalHeadBytes
    if (isEmpty && (!snapshots.has(next) || epochOfJournal(bytes) > epoch)) continue
    if (bytes && next > generation + 1) {
      replay.apart(name, next, bytes, journalName(generation + 1))
      isApart = true
      continue
    }
    if (bytes) replay.journal(name, next, bytes)
    else replay.missing(name)
    generation = next
  }
  replay.end()
  return { generation, isApart }
}

function epochOfJournal(bytes: Uint8Array): number {
  const parsed = parseJournalHead(bytes)
  return parsed.found === 'journal' ? parsed.head.epoch : 0
}

type Mending = { spoiled: Set<string>; snapshots: number; olderThan: number }

/**
 * Keeps copies of what did not open, makes everything whole again with so many new snapshots, and starts taking
 * changes. Of files of an earlier epoch, which are numbered below `olderThan`, no copy is kept: they go, for that
 * epoch is over. So do those that are numbered beyond ours: whatever they held was read, and is in the new snapshots.
 */
async function mend(
  { image, snapshots }: Seen,
  parts: StoreParts,
  store: VaultStore,
  { spoiled, snapshots: due, olderThan }: Mending,
): Promise<void> {
  const { disk, folder, lock, headerBytes } = parts
  if (lock.unwritable) return store.stop(lock.unwritable)
  try {
    if (olderThan > 0) await clearAside(disk, folder)
    const files = [...image.keys(), ...Array.from(snapshots.keys(), snapshotName)]
    const numberOf = (name: string): number => Number(/\d{10}$/.exec(name)?.[0] ?? olderThan)
    for (const name of files) {
      if (!spoiled.has(name) || numberOf(name) < olderThan) continue
      const bytes = image.get(name) ?? (await readVaultFile(disk, folder, name))
      if (bytes) await keepAside(disk, folder, name, bytes)
    }
    const differs = (bytes: Uint8Array | undefined): boolean => !bytes || !sameBytes(bytes, headerBytes)
    if (headerNames.some((name) => differs(image.get(name)))) await writeHeaders(disk, folder, headerBytes)
    if (due === 0) await store.begin()
    for (let count = 0; count < due; count += 1) await store.snapshot()
    for (const name of files) if (numberOf(name) > parts.generation) await freeName(disk, folder, name)
    // Not those of locks: another process may just be trying its own.
    const left = (await disk.list(folder)).filter((name) => /^(header|snapshot|journal)-.*\.tmp$/.test(name))
    for (const name of left) await freeName(disk, folder, name)
  } catch (error) {
    // A full disk must not keep the advisor from reading; the store takes no changes.
    store.stop(error instanceof StoreStopped ? error.reason : stopReason(error))
  }
}
