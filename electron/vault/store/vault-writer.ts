import { join } from 'node:path'
import { encodeJournalHead, journalHeadBytes } from './crypto/v1/journal-head.ts'
import { parseSnapshot } from './crypto/v1/snapshot-file.ts'
import type { Appender } from './disk.ts'
import { StoreStopped, stopReason } from './finding.ts'
import { type EpochPlan, type NextEpoch, nextEpoch } from './next-epoch.ts'
import type { Progress } from './opened-store.ts'
import { buildSnapshot, countInSnapshot } from './snapshot.ts'
import type { StoreParts } from './store-parts.ts'
import {
  clearAside,
  freeName,
  generationsOf,
  journalName,
  keepAside,
  readVaultFile,
  replaceFile,
  snapshotName,
  type VaultImage,
  writeHeaders,
} from './vault-files.ts'

const autoSnapshotFrom = 8 * 1024 * 1024
const renewalSteps = 5

/** Writes what an open vault asks for; one thing at a time, which its caller sees to. */
export class VaultWriter {
  readonly parts: StoreParts
  #journal: Appender | undefined
  #stopped: StoreStopped['reason'] | undefined
  #autoSnapshotAt = autoSnapshotFrom
  #snapshotBytes = 0

  constructor(parts: StoreParts) {
    this.parts = parts
  }

  /** Opens the journal for appending; after this the store takes changes. */
  async begin(): Promise<void> {
    const { disk, folder, generation } = this.parts
    this.#journal = await disk.append(join(folder, journalName(generation)))
  }

  /** Refuses changes from now on; what is in memory can still be read. */
  stop(reason: StoreStopped['reason']): void {
    this.#stopped ??= reason
  }

  /** Throws `StoreStopped` once writing was stopped. */
  mustGoOn(): void {
    if (this.#stopped) throw new StoreStopped(this.#stopped)
  }

  async end(): Promise<void> {
    await this.#journal?.close()
    this.#journal = undefined
  }

  /**
   * Appends to the journal, once that is seen to be as we left it. One that is not, or is gone, is left, and the frame
   * goes into a new one: all that the old one held is in memory.
   */
  async append(frame: Uint8Array): Promise<void> {
    try {
      const size = await this.#mustBeOpen().size()
      if (size !== this.parts.journalSize) await this.#leaveJournal()
      const journal = this.#mustBeOpen()
      await journal.append(frame)
      await journal.sync()
    } catch (error) {
      if (error instanceof StoreStopped) throw error
      throw this.#stopFor(error)
    }
    this.parts.journalSize += frame.length
  }

  /**
   * Whether the journal has grown so long that a snapshot is due. Asked once for each snapshot: if that fails the
   * journal is merely longer, and it is due again once that has grown as much again.
   */
  snapshotIsDue(): boolean {
    if (this.parts.journalSize <= this.#autoSnapshotAt) return false
    this.#autoSnapshotAt = this.parts.journalSize + Math.max(autoSnapshotFrom, this.#snapshotBytes)
    return true
  }

  async snapshot(): Promise<void> {
    await this.#switchTo(await this.#writeGeneration(this.parts))
  }

  /**
   * Keeps copies of files that are not as they were written, and writes the vault anew from memory: headers, and two
   * snapshots, so that none of those files is relied on any more. False when the disk would not have it.
   */
  async mend(image: VaultImage, spoiled: ReadonlySet<string>): Promise<boolean> {
    if (this.#stopped) return false
    const { disk, folder, headerBytes } = this.parts
    try {
      for (const name of spoiled) {
        const bytes = image.get(name)
        if (bytes) await keepAside(disk, folder, name, bytes)
      }
      await writeHeaders(disk, folder, headerBytes)
      if ([...spoiled].some((name) => !name.startsWith('header'))) {
        await this.snapshot()
        await this.snapshot()
      }
      return true
    } catch (error) {
      this.stop(error instanceof StoreStopped ? error.reason : stopReason(error))
      return false
    }
  }

  /**
   * Begins a new epoch. It is in force from the instant in which its first snapshot stands; before that nothing has
   * changed, after it everything has, and what was cut off in between is finished at the next opening. Resolves
   * once no file of an earlier epoch is left.
   */
  async renew(plan: EpochPlan, progress: Progress = () => undefined): Promise<void> {
    const { disk, folder, keyring: old } = this.parts
    const next = nextEpoch(this.parts, plan)
    progress(0, renewalSteps)
    let generation: number
    try {
      generation = await this.#writeGeneration(next)
    } catch (error) {
      next.keyring.wipe()
      throw error
    }
    Object.assign(this.parts, next)
    old.wipe()
    try {
      progress(1, renewalSteps)
      await this.#switchTo(generation)
      await writeHeaders(disk, folder, next.headerBytes)
      progress(2, renewalSteps)
      await clearAside(disk, folder)
      progress(3, renewalSteps)
      // Two, for the one before is kept too and must be of this epoch.
      await this.snapshot()
      progress(4, renewalSteps)
      await this.#prune(generation, this.parts.generation)
      await disk.syncFolder(folder)
      progress(5, renewalSteps)
    } catch (error) {
      throw this.#stopFor(error)
    }
  }

  #mustBeOpen(): Appender {
    if (!this.#journal) throw new StoreStopped('closed')
    return this.#journal
  }

  /** Goes on in a new journal. Without our lock somebody else may be writing here, and the two must not mix. */
  async #leaveJournal(): Promise<void> {
    const { disk, folder, lock, generation, findings } = this.parts
    if ((await lock.look()) !== 'ours') throw this.#stopFor(new StoreStopped('changed-outside'))
    const name = journalName(generation)
    const bytes = await readVaultFile(disk, folder, name)
    findings.push({ finding: bytes ? 'tampered' : 'missing', part: name })
    const image: VaultImage = new Map(bytes ? [[name, bytes]] : [])
    if (!(await this.mend(image, new Set([name])))) this.mustGoOn()
  }

  #stopFor(error: unknown): StoreStopped {
    const stopped = error instanceof StoreStopped ? error : new StoreStopped(stopReason(error), error)
    this.stop(stopped.reason)
    return stopped
  }

  /** Journal first, then the snapshot that it continues: so a snapshot always has its journal. */
  async #writeGeneration({ keyring, content, headerBytes }: NextEpoch): Promise<number> {
    const { disk, folder, generation: before } = this.parts
    // Whatever bears this number was never finished, or is somebody's: it is replaced. No name on the disk is counted on.
    const generation = before + 1
    const { stateNumber, head } = content
    const { vaultId, epoch } = keyring
    const start = encodeJournalHead({ vaultId, epoch, generation, stateNumber, head })
    const { bytes } = buildSnapshot(content, generation, headerBytes, keyring)
    const proves = (readBack: Uint8Array): boolean => {
      const parsed = parseSnapshot(readBack)
      const bare = keyring.bare()
      const count = parsed.found === 'snapshot' ? countInSnapshot(parsed.file, bare) : undefined
      bare.wipe()
      return count === content.records.size
    }
    const name = snapshotName(generation)
    try {
      await replaceFile(disk, folder, journalName(generation), start)
      await replaceFile(disk, folder, name, bytes, proves)
    } catch (error) {
      // If it stands after all, it is what the next opening goes by, and a longer journal before it is not.
      const stands = await disk.list(folder).then(
        (names) => names.includes(name),
        () => true,
      )
      if (stands) this.stop(stopReason(error))
      throw new StoreStopped(stopReason(error), error)
    }
    this.#snapshotBytes = bytes.length
    this.#autoSnapshotAt = Math.max(autoSnapshotFrom, bytes.length / 2)
    return generation
  }

  async #switchTo(generation: number): Promise<void> {
    const { disk, folder, keepFrom } = this.parts
    try {
      await this.#journal?.close()
      this.#journal = await disk.append(join(folder, journalName(generation)))
    } catch (error) {
      throw this.#stopFor(error)
    }
    Object.assign(this.parts, { generation, keepFrom: generation, journalSize: journalHeadBytes })
    // A file that cannot be removed now is removed after the next snapshot.
    await this.#prune(keepFrom, generation).catch(() => undefined)
  }

  /** Removes what is older than the snapshot kept before, and snapshots between it and the new one. */
  async #prune(keepFrom: number, newest: number): Promise<void> {
    const { disk, folder } = this.parts
    const names = await disk.list(folder)
    const snapshots = generationsOf(names, 'snapshot').filter((one) => one < newest && one !== keepFrom)
    const journals = generationsOf(names, 'journal').filter((one) => one < keepFrom)
    const old = [...snapshots.map(snapshotName), ...journals.map(journalName)]
    for (const name of old) await freeName(disk, folder, name)
  }
}
