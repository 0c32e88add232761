import { join } from 'node:path'
import { sameBytes } from './crypto/v1/checksum.ts'
import { journalHeadBytes, parseJournalHead } from './crypto/v1/journal-head.ts'
import { type Kdf } from './crypto/v1/kdf.ts'
import { type Dice, dice } from './crypto/v1/seal.ts'
import { parseSnapshot } from './crypto/v1/snapshot-file.ts'
import { loadSodium } from './crypto/v1/sodium.ts'
import { parseHeader } from './crypto/v1/header.ts'
import type { Content } from './content.ts'
import type { Disk } from './disk.ts'
import { type Finding, refuseFor, StoreStopped, type VaultRefusal } from './finding.ts'
import type { Keyring } from './keyring.ts'
import { type HeldLock, takeLock } from './lock-file.ts'
import { nodeDisk } from './node-disk.ts'
import { Replay } from './replay.ts'
import { openSnapshot } from './snapshot.ts'
import type { Store } from './store.ts'
import { VaultStore } from './vault-store.ts'
import { findHeaders, type Secret, unlock, type Unlocked } from './unlock.ts'
import {
  generationsOf,
  headerNames,
  holdsVault,
  journalName,
  keepAside,
  snapshotName,
  writeHeaders,
} from './vault-files.ts'

export type OpenOptions = { kdf: Kdf; disk?: Disk; random?: Dice }

/** Whether a folder holds a vault, be it damaged. */
export const vaultExists = (folder: string, disk: Disk = nodeDisk): Promise<boolean> => holdsVault(disk, folder)

/**
 * Opens a vault and verifies every byte that it relies on. What can be saved is saved and named in `findings`;
 * a refusal leaves the folder as it was. Never makes a vault where there is none.
 */
export async function openVault(
  folder: string,
  secret: Secret,
  { kdf, disk = nodeDisk, random = dice }: OpenOptions,
): Promise<Store | VaultRefusal> {
  await loadSodium()
  if (!(await holdsVault(disk, folder))) return { refused: 'no-vault' }
  const newer = await newerFormat(disk, folder)
  if (newer !== undefined) return { refused: 'newer-format', format: newer }
  const lock = await takeLock(disk, folder)
  if (lock === 'in-use') return { refused: 'in-use' }
  try {
    const headers = await findHeaders(disk, folder)
    const unlocked = await unlock(headers, secret, kdf, random)
    const store = 'refused' in unlocked ? unlocked : await load({ disk, folder, random, lock }, unlocked)
    if ('refused' in store) await lock.release()
    return store
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The format of the newest part that this version does not know, before anything is touched. */
async function newerFormat(disk: Disk, folder: string): Promise<number | undefined> {
  const { newerFormat: inHeader } = await findHeaders(disk, folder)
  if (inHeader !== undefined) return inHeader
  const names = await disk.list(folder)
  for (const kind of ['snapshot', 'journal'] as const) {
    for (const generation of generationsOf(names, kind)) {
      const name = kind === 'snapshot' ? snapshotName(generation) : journalName(generation)
      const bytes = await disk.read(join(folder, name))
      const parsed = bytes && (kind === 'snapshot' ? parseSnapshot(bytes) : parseJournalHead(bytes))
      if (parsed?.found === 'newer-format') return parsed.format
    }
  }
  return undefined
}

type Place = { disk: Disk; folder: string; random: Dice; lock: HeldLock }
type Base = { generation: number; content: Content; keyring: Keyring; headerSequence: number }

async function load(place: Place, unlocked: Unlocked): Promise<Store | VaultRefusal> {
  const { disk, folder } = place
  const findings = [...unlocked.findings]
  const base = await newestSnapshot(place, unlocked.keyring, findings)
  if (!base) {
    const tampered = findings.some(({ finding, part }) => finding === 'tampered' && part.startsWith('snapshot'))
    return refuseFor(tampered ? 'tampered' : 'damaged', findings)
  }
  const headers = await Promise.all(headerNames.map((name) => disk.read(join(folder, name))))
  for (const [index, name] of headerNames.entries()) {
    const parsed = headers[index] && parseHeader(headers[index])
    // Snapshots only ever follow their header: a header file older than the snapshot's was put back.
    if (parsed?.found === 'header' && parsed.header.sequence < base.headerSequence) {
      findings.push({ finding: 'tampered', part: name })
    }
  }
  const names = await disk.list(folder)
  const replay = new Replay(base.content, base.keyring)
  let last = { generation: base.generation, size: 0 }
  for (const generation of journalsFrom(names, base.generation)) {
    const name = journalName(generation)
    const bytes = await disk.read(join(folder, name))
    // A journal without entries whose snapshot was never finished.
    const orphan = bytes && bytes.length <= journalHeadBytes && !names.includes(snapshotName(generation))
    if (orphan && generation !== base.generation) continue
    if (bytes) replay.journal(name, generation, bytes)
    else replay.missing(name)
    last = { generation, size: bytes?.length ?? 0 }
  }
  findings.push(...replay.findings)
  const generation = last.generation
  const store = new VaultStore({
    ...place,
    ...unlocked,
    ...base,
    findings,
    generation,
    journalSize: last.size,
    keepFrom: base.generation,
  })
  const renew =
    replay.torn || findings.length > 0 || generation !== base.generation || behind(base, unlocked)
  await mend(place, store, { unlocked, headers, findings, names, renew })
  return store
}

const behind = (base: Base, { header }: Unlocked): boolean => header.sequence > base.headerSequence

function journalsFrom(names: string[], base: number): number[] {
  const there = generationsOf(names, 'journal').filter((generation) => generation > base)
  return [base, ...there]
}

async function newestSnapshot(
  { disk, folder }: Place,
  bare: Keyring,
  findings: Finding[],
): Promise<Base | undefined> {
  const generations = generationsOf(await disk.list(folder), 'snapshot').reverse()
  if (generations.length === 0) findings.push({ finding: 'missing', part: 'snapshot' })
  for (const generation of generations) {
    const name = snapshotName(generation)
    const bytes = await disk.read(join(folder, name))
    const parsed = bytes && parseSnapshot(bytes)
    if (parsed?.found === 'snapshot' && parsed.file.generation === generation) {
      const keyring = bare.bare()
      const content = openSnapshot(parsed.file, keyring)
      const header = parseHeader(parsed.file.headerBytes)
      if (content && header.found === 'header') {
        return { generation, content, keyring, headerSequence: header.header.sequence }
      }
      keyring.wipe()
    }
    findings.push({ finding: parsed?.found === 'snapshot' ? 'tampered' : 'damaged', part: name })
  }
  return undefined
}

type Mending = {
  unlocked: Unlocked
  headers: (Uint8Array | undefined)[]
  findings: Finding[]
  names: string[]
  renew: boolean
}

/** Keeps what did not open, makes everything whole again, and starts taking changes. */
async function mend({ disk, folder }: Place, store: VaultStore, mending: Mending): Promise<void> {
  const { unlocked, headers, findings, names, renew } = mending
  try {
    if (findings.length > 0) {
      for (const name of names.filter((one) => /^(header-[ab]|(snapshot|journal)-\d{10})$/.test(one))) {
        const bytes = await disk.read(join(folder, name))
        if (bytes && concerns(name, findings)) await keepAside(disk, folder, name, bytes)
      }
    }
    if (headers.some((bytes) => !bytes || !sameBytes(bytes, unlocked.headerBytes))) {
      await writeHeaders(disk, folder, unlocked.headerBytes)
    }
    if (renew) await store.snapshot()
    // The one kept before must not open with a secret that was on its way out.
    if (renew && findings.length === 0) await store.snapshot()
    if (!renew) await store.begin()
    for (const name of names.filter((one) => one.endsWith('.tmp'))) await disk.remove(join(folder, name))
  } catch (error) {
    // A full disk must not keep the advisor from reading; the store takes no changes.
    store.stop(error instanceof StoreStopped ? error.reason : 'write-failed')
  }
}

/** A header or snapshot by name; a journal also when states or records of it are concerned. */
function concerns(name: string, findings: Finding[]): boolean {
  return findings.some(
    ({ part }) => part === name || (name.startsWith('journal') && /^(state|record)-/.test(part)),
  )
}
