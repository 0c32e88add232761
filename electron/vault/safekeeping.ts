import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type TypedSecret, type VaultSlot } from '#shared/contracts/security-commands.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type CaseloadRecord } from './caseload-kinds.ts'
import { type VaultEnvironment } from './environment.ts'
import { Checks } from './checks.ts'
import { inTime } from './in-time.ts'
import { isTargetThere } from './is-target-there.ts'
import { momentOf } from './moment-of.ts'
import {
  type Anchor,
  type AnchorsFound,
  compareWithAnchors,
  ofAnotherHistory,
  readAnchors,
} from './store/backup/anchors.ts'
import { answering } from './store/backup/answering.ts'
import { backUpStore } from './store/backup/back-up-store.ts'
import { codeOf } from './store/backup/backup-refusal.ts'
import { drillInTime, drillOrder } from './store/backup/drill-order.ts'
import { type Prove } from './store/backup/prove-backup.ts'
import { rewriteBackups } from './store/backup/rewrite-backups.ts'
import { nodeDisk } from './store/node-disk.ts'
import { type NewRecoverySlot, type Progress } from './store/opened-store.ts'
import { type Store } from './store/store.ts'
import { vaultsBeside } from './vault-folders.ts'
import { refusalOfBackup, refusalOfStore } from './vault-refusal.ts'

/** How long a place for backups may keep her from opening, in milliseconds; one that answers later is not there. */
const LONGEST_SILENCE = 3000

/** Sealing everything once; then in each place writing and reading back. */
const STEPS_BEFORE = 1
const STEPS_IN_TARGET = 2

export type Target = CaseloadRecord<'backup-target'>
type Made = Target['made'][number]

/**
 * What a round of backups came to in one target: what to tell, the backup that was made or may have been, the backups that
 * were there and were removed because they need not be kept, and when the place was seen. `target` is as it was before.
 */
export type TargetRound = {
  target: Target
  outcome: { provenAt: string } | VaultRefusal
  made: Made | null
  pruned: readonly string[]
  seenAt: string | null
}

/** A place that did not answer has no backup to open; any other error is thrown on. */
function silence(error: unknown): { refused: 'no-backup' } {
  if (codeOf(error) === 'ETIMEDOUT') return { refused: 'no-backup' }
  throw error
}

/** Keys and backups of the open vault, for the handlers: everything that needs the store itself and no record. */
export class Safekeeping {
  readonly #store: Store
  readonly #environment: VaultEnvironment
  readonly #folder: string
  #drawn: NewRecoverySlot | null = null
  readonly checks: Checks

  constructor(store: Store, environment: VaultEnvironment, folder: string) {
    this.#store = store
    this.#environment = environment
    this.#folder = folder
    this.checks = new Checks(store, environment)
  }

  get now(): string {
    return this.#environment.now()
  }

  get records(): number {
    return [...this.#store.all()].length
  }

  get slots(): VaultSlot[] {
    return this.#store.slots.map(({ slot, kind }) => ({ slot, kind, mark: this.#store.markOf(slot) }))
  }

  /** Nothing when the secret opens this vault; else why not. Asked before what cannot be undone. */
  async prove(secret: TypedSecret): Promise<VaultRefusal | null> {
    const refused = await this.#store.prove(secret, this.#environment.kdf)
    return refused === undefined ? null : refusalOfStore(refused)
  }

  async changePassphrase(
    current: TypedSecret,
    passphrase: string,
    progress: Progress,
  ): Promise<VaultRefusal | null> {
    const { kdf } = this.#environment
    const refused = await this.#store.changePassphrase({
      current,
      passphrase,
      params: await this.#environment.kdfParams(),
      kdf,
      at: this.now,
      progress,
    })
    return refused === undefined ? null : refusalOfStore(refused)
  }

  rotate(progress: Progress): Promise<void> {
    return this.#store.rotate(this.now, progress)
  }

  /** Draws a recovery key; only the last one drawn can be confirmed. */
  drawRecoveryKey(kind: 'recovery' | 'envelope'): { recoveryKey: string; mark: string } | VaultRefusal {
    const drawn = this.#store.addRecoverySlot(kind)
    if ('refused' in drawn) return refuse(drawn.refused)
    this.#drawn = drawn
    return { recoveryKey: drawn.recoveryKeyText, mark: drawn.mark }
  }

  async confirmRecoveryKey(typed: string, progress: Progress): Promise<VaultSlot | VaultRefusal> {
    const drawn = this.#drawn
    if (drawn === null) return refuse('no-such-slot')
    const answer = await drawn.confirm(typed, this.now, progress)
    if ('refused' in answer)
      return refuse('recovery-key-mistyped', ...answer.groups.map((group) => `group-${group}`))
    this.#drawn = null
    return this.slots.find(({ slot }) => slot === drawn.slot) ?? refuse('no-such-slot')
  }

  async removeSlot(slot: number, progress: Progress): Promise<VaultRefusal | null> {
    const refused = await this.#store.removeSlot(slot, this.now, progress)
    return refused === undefined ? null : refuse(refused.refused)
  }

  /**
   * What the backups in reach tell of this vault. `isBehind`: one bears a later state, somebody put an older vault in
   * its place. `strange`: states that this vault never was in, for it was put back earlier and went on since.
   */
  async comparedWithBackups(
    targets: readonly Target[],
    known: readonly Anchor[],
  ): Promise<{ isBehind: boolean; strange: Anchor[] }> {
    const { stateNumber, head } = this.#store.state
    const answers = targets.map((target) => inTime(LONGEST_SILENCE, this.#anchorsIn(target), []))
    const found = (await Promise.all(answers)).flat()
    const strange = ofAnotherHistory({ stateNumber, head }, found, known)
    return {
      isBehind: compareWithAnchors({ stateNumber, head }, found) === 'rolled-back',
      strange: strange.map((anchor) => ({ stateNumber: anchor.stateNumber, head: anchor.head })),
    }
  }

  async #anchorsIn({ path }: Target): Promise<AnchorsFound['anchors']> {
    const ledgerHash = (message: Uint8Array) => this.#store.keyedHash('ledger', message)
    return (await readAnchors(path, this.#vaultId, ledgerHash)).anchors
  }

  get #vaultId(): Uint8Array {
    return Buffer.from(this.#store.state.vaultId, 'hex')
  }

  /** What was ever destroyed in this vault, as hashes that only a vault of its id can compare with. */
  get destroyed(): { vaultId: Uint8Array; destroyed: Uint8Array[] } {
    return { vaultId: this.#vaultId, destroyed: this.#store.destroyedHashes() }
  }

  /** Other vaults on this computer that hold, or may hold, what this one held. */
  vaultsBeside(): Promise<{ name: string; changedAt: string }[]> {
    return vaultsBeside(this.#environment.vaultDir, this.#folder, this.#vaultId, this.now)
  }

  /**
   * The backups of this vault that a target remembers, there or not, and those that lie there all the same: one that
   * was made in the instant in which everything ended was not remembered any more.
   */
  async backupsIn(target: Target): Promise<{ fileName: string; madeAt: string }[]> {
    const known = target.made.map(({ fileName, provenAt }) => ({ fileName, madeAt: provenAt }))
    const strays = (await this.#anchorsIn(target)).filter(
      (anchor) => !known.some(({ fileName }) => fileName === anchor.fileName),
    )
    const madeAt = (fileName: string): Promise<string> =>
      answering(target.path, () => stat(join(target.path, fileName))).then(
        ({ mtimeMs }) => momentOf(mtimeMs, this.now),
        () => this.now,
      )
    const found = strays.map(async ({ fileName }) => ({ fileName, madeAt: await madeAt(fileName) }))
    return [...known, ...(await Promise.all(found))]
  }

  /**
   * Backs up to every target, each by itself; one that fails keeps no other from its backup. `begins` is told of which
   * state, before anything is written.
   */
  async backUp(
    targets: readonly Target[],
    today: CalendarDate,
    begins: (state: Anchor) => Promise<void>,
    signal: AbortSignal,
    progress: Progress = () => undefined,
  ): Promise<TargetRound[]> {
    const { now } = this.#environment
    const total = STEPS_BEFORE + targets.length * STEPS_IN_TARGET
    progress(STEPS_BEFORE, total)
    // A place that is not there, or full, has no steps to tell of.
    const prove: Prove = async (path, ...rest) => {
      const place = targets.findIndex((target) => target.path === dirname(path))
      const before = STEPS_BEFORE + place * STEPS_IN_TARGET
      progress(before + 1, total)
      const proof = await this.#environment.prove(path, ...rest)
      progress(before + 2, total)
      return proof
    }
    const outcomes = await backUpStore(
      this.#store,
      targets.map(({ path, made }) => ({
        folder: path,
        ledger: made.map((one) => ({ ...one, proven: one.found === 'good' })),
      })),
      { disk: nodeDisk, prove, today, now, signal },
      begins,
    )
    return outcomes.flatMap(({ target: folder, backup, pruned }): TargetRound[] => {
      const target = targets.find(({ path }) => path === folder)
      if (target === undefined) return []
      const madeOf = (one: Pick<Made, 'fileName' | 'stateNumber' | 'provenAt' | 'found'>): Made => ({
        fileName: one.fileName,
        stateNumber: one.stateNumber,
        provenAt: one.provenAt,
        date: today,
        found: one.found,
      })
      if ('refused' in backup) {
        const outcome =
          backup.refused === 'not-proven' ? refuse('not-proven' as const) : refusalOfBackup(backup)
        const perhaps = 'perhaps' in backup ? backup.perhaps : null
        // Known from now on, so that a destruction names it.
        const made = perhaps && madeOf({ ...perhaps, provenAt: this.now, found: 'gone' })
        const seenAt = outcome.refused === 'target-missing' ? null : this.now
        return [{ target, outcome, made, pruned, seenAt }]
      }
      const { provenAt } = backup
      return [
        {
          target,
          outcome: { provenAt },
          made: madeOf({ ...backup, found: 'good' }),
          pruned,
          seenAt: this.now,
        },
      ]
    })
  }

  /**
   * Takes what was destroyed out of these backups of a target, each in its place; answers those that hold nothing of it
   * any more. A backup of the time of another passphrase does not open with this one, and stays as it is.
   */
  async rewriteBackups(
    target: Target,
    fileNames: readonly string[],
    secret: TypedSecret,
    signal: AbortSignal,
  ): Promise<string[]> {
    if (!(await isTargetThere(target))) return []
    const { kdf, prove, now } = this.#environment
    const order = { secret, destroyed: this.#store.destroyedHashes() }
    const means = { disk: nodeDisk, prove, now, kdf, signal }
    const outcomes = await rewriteBackups(target.path, fileNames, order, means)
    return outcomes.flatMap(({ fileName, outcome }) =>
      outcome === 'clean' || !('refused' in outcome) ? [fileName] : [],
    )
  }

  /** Opens the newest backup of a target in memory, as an empty machine would with this secret. */
  async drill(
    target: Target,
    secret: TypedSecret,
    known: readonly Anchor[],
    signal: AbortSignal,
  ): Promise<{ records: number; madeAt: string | null } | VaultRefusal> {
    const newest = target.made.at(-1)
    if (newest === undefined) return refuse('no-backup')
    if (!(await isTargetThere(target))) return refuse('target-missing')
    const { kdf, drill } = this.#environment
    const order = await drillOrder(join(target.path, newest.fileName), secret, kdf)
    const drilled = 'refused' in order ? order : await drillInTime(drill, order, signal).catch(silence)
    if ('refused' in drilled) {
      const isThere = drilled.refused !== 'no-backup' || (await isTargetThere(target))
      return isThere ? refusalOfBackup(drilled) : refuse('target-missing')
    }
    // Whole and genuine, and yet not the backup that bears this name: somebody put another in its place.
    if (drilled.stateNumber < newest.stateNumber) return refuse('older-state')
    if (drilled.stateNumber > newest.stateNumber) return refuse('newer-state')
    if (ofAnotherHistory(this.#store.state, [drilled], known).length > 0) return refuse('tampered', 'file')
    return { records: drilled.records, madeAt: newest.provenAt }
  }
}
