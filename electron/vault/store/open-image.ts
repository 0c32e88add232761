import { join } from 'node:path'
import { sameBytes } from './crypto/v1/checksum.ts'
import { parseHeader } from './crypto/v1/header.ts'
import { journalHeadBytes, parseJournalHead } from './crypto/v1/journal-head.ts'
import type { Kdf } from './crypto/v1/kdf.ts'
import { type ParsedSnapshot, parseSnapshot } from './crypto/v1/snapshot-file.ts'
import type { Content } from './content.ts'
import { type Finding, refuseFor, StoreStopped, stopReason, type VaultRefusal } from './finding.ts'
import type { Keyring } from './keyring.ts'
import { Replay } from './replay.ts'
import { openSnapshot } from './snapshot.ts'
import type { Store } from './opened-store.ts'
import { findHeaders, type Secret, unlock, type Unlocked } from './unlock.ts'
import {
  clearAside,
  generationsOf,
  headerNames,
  journalName,
  keepAside,
  snapshotName,
  type VaultImage,
  writeHeaders,
} from './vault-files.ts'
import { VaultStore } from './vault-store.ts'
import type { Place } from './write-new-vault.ts'

/** Opens what was read of a vault under its lock; a refusal has written nothing. */
export async function openImage(
  place: Place,
  image: VaultImage,
  secret: Secret,
  kdf: Kdf,
): Promise<Store | VaultRefusal> {
  const headers = findHeaders(image)
  const snapshots = new Map<number, ParsedSnapshot>()
  for (const generation of generationsOf(image.keys(), 'snapshot')) {
    const bytes = image.get(snapshotName(generation))
    if (bytes) snapshots.set(generation, parseSnapshot(bytes))
  }
  const newer = headers.newerFormat ?? newerFormat(image, snapshots)
  if (newer !== undefined) return { refused: 'newer-format', format: newer }
  let tried = headers.candidates
  for (let refusal: VaultRefusal | undefined; ;) {
    const unlocked = await unlock({ ...headers, candidates: tried }, secret, kdf, place.random)
    if ('refused' in unlocked) return refusal ?? unlocked
    const findings = isHalfMade(image) ? [] : [...unlocked.findings]
    const base = newestWhole(snapshots, unlocked.keyring, findings)
    unlocked.keyring.wipe()
    if (base) return load(place, image, snapshots, { ...unlocked, keyring: base.keyring, findings }, base)
    const tampered = findings.some(
      ({ finding, part }) => finding === 'tampered' && part.startsWith('snapshot'),
    )
    refusal ??= refuseFor(tampered ? 'tampered' : 'damaged', findings)
    // A new epoch that was cut off and then damaged: the one before is still there, whole.
    tried = tried.filter(({ header }) => header.epoch < unlocked.header.epoch)
    if (tried.length === 0) return refusal
  }
}

/**
 * Whether a vault was cut off while it was made: headers come after the first snapshot, and a second one after those.
 * It never held anything, so nothing that it lacks is missing.
 */
function isHalfMade(image: VaultImage): boolean {
  const names = [...image.keys()].filter((name) => !name.startsWith('header-'))
  const isFirst = names.every((name) => name === snapshotName(1) || name === journalName(1))
  return isFirst && image.get(journalName(1))?.length === journalHeadBytes
}

/** The format of a part that this version does not know. */
function newerFormat(image: VaultImage, snapshots: Map<number, ParsedSnapshot>): number | undefined {
  const journals = generationsOf(image.keys(), 'journal').map((generation) => {
    const bytes = image.get(journalName(generation))
    return bytes && parseJournalHead(bytes)
  })
  return [...snapshots.values(), ...journals].find((one) => one?.found === 'newer-format')?.format
}

type Base = { generation: number; content: Content; keyring: Keyring }

/** The newest snapshot that opens whole; what is wrong with any, also with the one kept before, is named. */
function newestWhole(
  snapshots: Map<number, ParsedSnapshot>,
  bare: Keyring,
  findings: Finding[],
): Base | undefined {
  if (snapshots.size === 0) findings.push({ finding: 'missing', part: 'snapshot' })
  let base: Base | undefined
  for (const [generation, parsed] of [...snapshots].reverse()) {
    if (parsed.found === 'snapshot' && base) continue
    if (parsed.found === 'snapshot' && parsed.file.generation === generation) {
      const keyring = bare.bare()
      const content = openSnapshot(parsed.file, keyring)
      if (content) {
        base = { generation, content, keyring }
        continue
      }
      keyring.wipe()
    }
    findings.push({
      finding: parsed.found === 'snapshot' ? 'tampered' : 'damaged',
      part: snapshotName(generation),
    })
  }
  return base
}

/** The epochs of all snapshots and journals that say one; nothing vouches for it but an unkeyed checksum. */
function epochsOf(image: VaultImage, snapshots: Map<number, ParsedSnapshot>): number[] {
  const epochs: number[] = []
  for (const parsed of snapshots.values()) {
    const header = parsed.found === 'snapshot' ? parseHeader(parsed.file.headerBytes) : undefined
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

async function load(
  place: Place,
  image: VaultImage,
  snapshots: Map<number, ParsedSnapshot>,
  unlocked: Unlocked,
  base: Base,
): Promise<Store> {
  const { findings, keyring } = unlocked
  const epochs = epochsOf(image, snapshots)
  const hasOlder = epochs.some((epoch) => epoch < keyring.epoch)
  // A finished epoch has two snapshots and two journals; headers are made equal before there are two.
  const unfinished = hasOlder && epochs.filter((epoch) => epoch === keyring.epoch).length <= 2
  findings.push(...judgeHeaders(image, unlocked, unfinished))
  const replay = new Replay(base.content, keyring)
  let generation = base.generation
  for (const next of [
    generation,
    ...generationsOf(image.keys(), 'journal').filter((one) => one > generation),
  ]) {
    const bytes = image.get(journalName(next))
    // A journal without entries whose snapshot was never finished, or was of an epoch that never came to be.
    const isEmpty = next !== generation && bytes?.length === journalHeadBytes
    if (isEmpty && (!image.has(snapshotName(next)) || epochOfJournal(bytes) > keyring.epoch)) continue
    if (bytes) replay.journal(journalName(next), next, bytes)
    else replay.missing(journalName(next))
    generation = next
  }
  findings.push(...replay.findings)
  const journalSize = image.get(journalName(generation))?.length ?? 0
  const parts = { ...place, ...unlocked, content: base.content, generation, journalSize }
  const store = new VaultStore({ ...parts, keepFrom: base.generation })
  const due =
    isHalfMade(image) || replay.torn || findings.length > 0 || generation !== base.generation || hasOlder
  const spoiled = new Set([...findings.map(({ part }) => part), ...replay.spoiled])
  const { headerBytes } = unlocked
  await mend(place, image, store, { headerBytes, spoiled, due, olderThan: hasOlder ? base.generation : 0 })
  return store
}

function epochOfJournal(bytes: Uint8Array): number {
  const parsed = parseJournalHead(bytes)
  return parsed.found === 'journal' ? parsed.head.epoch : 0
}

type Mending = { headerBytes: Uint8Array; spoiled: Set<string>; due: boolean; olderThan: number }

/**
 * Keeps copies of what did not open, makes everything whole again, and starts taking changes. Of files of an
 * earlier epoch, which are numbered below `olderThan`, no copy is kept: they go, for that epoch is over.
 */
async function mend(
  { disk, folder, lock }: Place,
  image: VaultImage,
  store: VaultStore,
  { headerBytes, spoiled, due, olderThan }: Mending,
): Promise<void> {
  if (lock.unwritable) return store.stop(lock.unwritable)
  try {
    if (olderThan > 0) await clearAside(disk, folder)
    for (const [name, bytes] of image) {
      const generation = Number(/\d{10}$/.exec(name)?.[0] ?? olderThan)
      if (spoiled.has(name) && generation >= olderThan) await keepAside(disk, folder, name, bytes)
    }
    const differs = (bytes: Uint8Array | undefined): boolean => !bytes || !sameBytes(bytes, headerBytes)
    if (headerNames.some((name) => differs(image.get(name)))) await writeHeaders(disk, folder, headerBytes)
    await (due ? store.snapshot() : store.begin())
    // Not those of locks: another process may just be trying its own.
    const left = (await disk.list(folder)).filter((name) => /^(header|snapshot|journal)-.*\.tmp$/.test(name))
    for (const name of left) await disk.remove(join(folder, name))
  } catch (error) {
    // A full disk must not keep the advisor from reading; the store takes no changes.
    store.stop(error instanceof StoreStopped ? error.reason : stopReason(error))
  }
}
