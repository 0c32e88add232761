import { sameBytes } from './crypto/v1/checksum.ts'
import { parseHeader } from './crypto/v1/header.ts'
import { journalHeadBytes } from './crypto/v1/journal-head.ts'
import { parseSnapshot, type SnapshotFile } from './crypto/v1/snapshot-file.ts'
import { differingRecords } from './backup/drill-backup.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'
import type { Keyring, SecretName } from './keyring.ts'
import { Replay } from './replay.ts'
import { openSnapshot } from './snapshot.ts'
import type { StoreParts } from './store-parts.ts'
import { generationsOf, headerNames, journalName, snapshotName, type VaultImage } from './vault-files.ts'

/** A part of an open vault that was read from the disk anew: how many things were looked at, and what was wrong. */
export type CheckedVaultPart = {
  part: 'headers' | 'keyring' | 'snapshot' | 'snapshot-before' | 'journal' | 'records' | 'lock'
  count: number
  findings: Finding[]
}

/** What {@link checkVault} found, and the files that are not as they should be: for those who put them right. */
export type VaultCheck = { parts: CheckedVaultPart[]; spoiled: Set<string> }

type Checking = Pick<StoreParts, 'keyring' | 'headerBytes' | 'content' | 'generation' | 'journalSize'>

const lasting: SecretName[] = ['ledger', 'destroyed-ids', 'disclosure-control']
const probe = new TextEncoder().encode('luwte-check')

/**
 * Compares the files of an open vault, read just now, with what is in memory, which was verified when the vault was
 * opened and is the truth since: both headers and the copies in snapshots, the snapshot of now and the one kept before,
 * each with all that was written after it, down to every record. Changes nothing.
 */
export function checkVault(image: VaultImage, vault: Checking, lock: Finding[]): VaultCheck {
  return new Check(image, vault).all(lock)
}

class Check {
  readonly #image: VaultImage
  readonly #vault: Checking
  readonly #spoiled = new Set<string>()

  constructor(image: VaultImage, vault: Checking) {
    this.#image = image
    this.#vault = vault
  }

  all(lock: Finding[]): VaultCheck {
    const { content } = this.#vault
    const generations = generationsOf(this.#image.keys(), 'snapshot').filter(
      (one) => one <= this.#vault.generation,
    )
    const newest = generations.at(-1)
    const before = generations.at(-2)
    const snapshots = [newest, before].filter((one) => one !== undefined)
    const now = this.#snapshot(newest, 'snapshot')
    const earlier = this.#snapshot(before, 'snapshot-before')
    const journal = this.#journal([now, earlier])
    const parts: CheckedVaultPart[] = [
      { part: 'headers', count: headerNames.length + snapshots.length, findings: this.#headers() },
      this.#keyring(snapshots),
      { part: 'snapshot', count: 1, findings: now.findings },
      { part: 'snapshot-before', count: 1, findings: earlier.findings },
      journal,
      { part: 'records', count: content.records.size, findings: this.#records(now, journal.findings) },
      { part: 'lock', count: 1, findings: lock },
    ]
    return { parts, spoiled: this.#spoiled }
  }

  #find(file: string, finding: Finding['finding'], part = file): Finding {
    this.#spoiled.add(file)
    return { finding, part }
  }

  #headers(): Finding[] {
    return headerNames.flatMap((name) => {
      const bytes = this.#image.get(name)
      if (bytes && sameBytes(bytes, this.#vault.headerBytes)) return []
      if (!bytes) return [this.#find(name, 'missing')]
      return [this.#find(name, parseHeader(bytes).found === 'header' ? 'tampered' : 'damaged')]
    })
  }

  #keyring(generations: number[]): CheckedVaultPart {
    const findings = generations.flatMap((generation) => {
      const file = this.#parsed(generation)
      // A snapshot that is damaged is named as such.
      if (typeof file === 'string' || this.#isOurs(file)) return []
      return [this.#find(snapshotName(generation), 'tampered')]
    })
    return { part: 'keyring', count: generations.length, findings }
  }

  /** Whether the keyring in a snapshot opens and carries the secrets that never change. */
  #isOurs({ sealedKeyring, generation, stateNumber }: SnapshotFile): boolean {
    const { keyring } = this.#vault
    const bare = keyring.bare()
    const isOurs =
      bare.openSelf(sealedKeyring, generation, stateNumber) &&
      lasting.every((name) => sameBytes(bare.keyedHash(name, probe), keyring.keyedHash(name, probe)))
    bare.wipe()
    return isOurs
  }

  #parsed(generation: number): SnapshotFile | Finding['finding'] {
    const bytes = this.#image.get(snapshotName(generation))
    if (!bytes) return 'missing'
    const parsed = parseSnapshot(bytes)
    if (parsed.found !== 'snapshot') return 'damaged'
    return parsed.file.generation === generation ? parsed.file : 'tampered'
  }

  /** Opens a snapshot to its last record and applies every journal since. */
  #snapshot(generation: number | undefined, part: string): Opened {
    if (generation === undefined) return { findings: [this.#find(part, 'missing')], replayed: null }
    const name = snapshotName(generation)
    const file = this.#parsed(generation)
    if (typeof file === 'string') return { findings: [this.#find(name, file)], replayed: null }
    const keyring = this.#vault.keyring.bare()
    const content = openSnapshot(file, keyring)
    const isSame = content && sameBytes(file.headerBytes, this.#vault.headerBytes)
    if (!content || !isSame) {
      keyring.wipe()
      return { findings: [this.#find(name, 'tampered')], replayed: null }
    }
    const replayed = this.#replay(generation, content, keyring)
    keyring.wipe()
    return { findings: [], replayed }
  }

  #replay(from: number, content: Content, keyring: Keyring): Replayed {
    const replay = new Replay(content, keyring)
    const later = generationsOf(this.#image.keys(), 'journal').filter(
      (one) => one > from && one <= this.#vault.generation,
    )
    let count = 0
    for (const generation of [from, ...later]) {
      const name = journalName(generation)
      const bytes = this.#image.get(name)
      // A journal without entries whose snapshot was never finished.
      const isEmpty = generation !== from && bytes?.length === journalHeadBytes
      if (isEmpty && !this.#image.has(snapshotName(generation))) continue
      if (bytes) replay.journal(name, generation, bytes)
      else replay.missing(name)
      count += 1
    }
    for (const name of replay.spoiled) this.#spoiled.add(name)
    return { content, findings: replay.findings, isTorn: replay.torn, count }
  }

  #journal(opened: Opened[]): CheckedVaultPart {
    const { generation, journalSize, content } = this.#vault
    const name = journalName(generation)
    const bytes = this.#image.get(name)
    const replays = opened.flatMap(({ replayed }) => (replayed ? [replayed] : []))
    const findings = new Map<string, Finding>()
    const add = (finding: Finding): void => {
      if (!findings.has(finding.part)) findings.set(finding.part, finding)
    }
    for (const replay of replays) replay.findings.forEach(add)
    if (!bytes) add(this.#find(name, 'missing'))
    // Every answer that something is saved came after this length was on the disk.
    else if (replays.some(({ isTorn }) => isTorn)) add(this.#find(name, 'damaged'))
    else if (bytes.length !== journalSize) add(this.#find(name, 'tampered'))
    for (const replay of replays)
      if (findings.size === 0 && !sameBytes(replay.content.head, content.head))
        add(this.#find(name, 'tampered'))
    const count = Math.max(0, ...replays.map((replay) => replay.count))
    return { part: 'journal', count, findings: [...findings.values()] }
  }

  #records({ replayed }: Opened, journal: Finding[]): Finding[] {
    // With a snapshot or journal that does not open, the records in it are that finding.
    if (!replayed || journal.length > 0) return []
    const differing = differingRecords(
      replayed.content.records.values(),
      this.#vault.content.records.values(),
    )
    return differing.map((id) => ({ finding: 'tampered', part: `record-${id}` }))
  }
}

type Replayed = { content: Content; findings: Finding[]; isTorn: boolean; count: number }
type Opened = { findings: Finding[]; replayed: Replayed | null }
