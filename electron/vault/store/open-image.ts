import { join } from 'node:path'
import { sameBytes } from './crypto/v1/checksum.ts'
import { parseHeader } from './crypto/v1/header.ts'
import { journalHeadBytes, parseJournalHead } from './crypto/v1/journal-head.ts'
import type { Kdf } from './crypto/v1/kdf.ts'
import type { Dice } from './crypto/v1/seal.ts'
import { type ParsedSnapshot, parseSnapshot } from './crypto/v1/snapshot-file.ts'
import type { Content } from './content.ts'
import type { Disk } from './disk.ts'
import { type Finding, refuseFor, StoreStopped, stopReason, type VaultRefusal } from './finding.ts'
import type { Keyring } from './keyring.ts'
import type { HeldLock } from './lock-file.ts'
import { Replay } from './replay.ts'
import { openSnapshot } from './snapshot.ts'
import type { Store } from './opened-store.ts'
import { findHeaders, type Secret, unlock, type Unlocked } from './unlock.ts'
import {
  generationsOf,
  headerNames,
  journalName,
  keepAside,
  snapshotName,
  type VaultImage,
  writeHeaders,
} from './vault-files.ts'
import { VaultStore } from './vault-store.ts'

/** Where a vault lies, and what opening it needs beside a secret. */
export type Place = { disk: Disk; folder: string; random: Dice; lock: HeldLock }

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
  const unlocked = await unlock(headers, secret, kdf, place.random)
  if ('refused' in unlocked) return unlocked
  const findings = [...unlocked.findings]
  const base = newestWhole(snapshots, unlocked.keyring, findings)
  unlocked.keyring.wipe()
  if (base) return load(place, image, { ...unlocked, keyring: base.keyring, findings }, base)
  const tampered = findings.some(({ finding, part }) => finding === 'tampered' && part.startsWith('snapshot'))
  return refuseFor(tampered ? 'tampered' : 'damaged', findings)
}

/** The format of a part that this version does not know. */
function newerFormat(image: VaultImage, snapshots: Map<number, ParsedSnapshot>): number | undefined {
  const journals = generationsOf(image.keys(), 'journal').map((generation) => {
    const bytes = image.get(journalName(generation))
    return bytes && parseJournalHead(bytes)
  })
  return [...snapshots.values(), ...journals].find((one) => one?.found === 'newer-format')?.format
}

type Base = { generation: number; content: Content; keyring: Keyring; headerSequence: number }

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
      const header = parseHeader(parsed.file.headerBytes)
      if (content && header.found === 'header') {
        base = { generation, content, keyring, headerSequence: header.header.sequence }
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

async function load(place: Place, image: VaultImage, unlocked: Unlocked, base: Base): Promise<Store> {
  const { findings } = unlocked
  for (const name of headerNames) {
    const parsed = parseHeader(image.get(name) ?? new Uint8Array(0))
    // Snapshots only ever follow their header: a header file older than the snapshot's was put back.
    const isOlder = parsed.found === 'header' && parsed.header.sequence < base.headerSequence
    if (isOlder && !findings.some(({ part }) => part === name))
      findings.push({ finding: 'tampered', part: name })
  }
  const replay = new Replay(base.content, base.keyring)
  let generation = base.generation
  for (const next of [
    generation,
    ...generationsOf(image.keys(), 'journal').filter((one) => one > generation),
  ]) {
    const bytes = image.get(journalName(next))
    // A journal without entries whose snapshot was never finished.
    if (next !== generation && !image.has(snapshotName(next)) && bytes?.length === journalHeadBytes) continue
    if (bytes) replay.journal(journalName(next), next, bytes)
    else replay.missing(journalName(next))
    generation = next
  }
  findings.push(...replay.findings)
  const journalSize = image.get(journalName(generation))?.length ?? 0
  const parts = { ...place, ...unlocked, content: base.content, generation, journalSize }
  const store = new VaultStore({ ...parts, keepFrom: base.generation })
  const behind = unlocked.header.sequence > base.headerSequence
  const renew = replay.torn || findings.length > 0 || generation !== base.generation || behind
  const spoiled = new Set([...findings.map(({ part }) => part), ...replay.spoiled])
  await mend(place, image, store, {
    headerBytes: unlocked.headerBytes,
    spoiled,
    due: renew ? (behind ? 2 : 1) : 0,
  })
  return store
}

/**
 * Keeps copies of what did not open, makes everything whole again, and starts taking changes. After a change of
 * passphrase that was interrupted two snapshots are due: the one kept before opens with the older passphrase.
 */
async function mend(
  { disk, folder, lock }: Place,
  image: VaultImage,
  store: VaultStore,
  { headerBytes, spoiled, due }: { headerBytes: Uint8Array; spoiled: Set<string>; due: number },
): Promise<void> {
  if (lock.unwritable) return store.stop(lock.unwritable)
  try {
    for (const [name, bytes] of image) {
      if (spoiled.has(name)) await keepAside(disk, folder, name, bytes)
    }
    const differs = (bytes: Uint8Array | undefined): boolean => !bytes || !sameBytes(bytes, headerBytes)
    if (headerNames.some((name) => differs(image.get(name)))) await writeHeaders(disk, folder, headerBytes)
    for (let count = 0; count < due; count += 1) await store.snapshot()
    if (due === 0) await store.begin()
    // Not those of locks: another process may just be trying its own.
    const left = (await disk.list(folder)).filter((name) => /^(header|snapshot|journal)-.*\.tmp$/.test(name))
    for (const name of left) await disk.remove(join(folder, name))
  } catch (error) {
    // A full disk must not keep the advisor from reading; the store takes no changes.
    store.stop(error instanceof StoreStopped ? error.reason : stopReason(error))
  }
}
