import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type WholeCheck } from '#shared/contracts/safety-check.ts'
import { type TypedSecret, type VaultSlot } from '#shared/contracts/security-commands.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type CaseloadRecord } from './caseload-kinds.ts'
import { type VaultEnvironment } from './environment.ts'
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
import { backUpStore } from './store/backup/back-up-store.ts'
import { drillOrder } from './store/backup/drill-order.ts'
import { type Prove } from './store/backup/prove-backup.ts'
import { rewriteBackups } from './store/backup/rewrite-backups.ts'
import { nodeDisk } from './store/node-disk.ts'
import { type NewRecoverySlot, type Progress } from './store/opened-store.ts'
import { type Store } from './store/store.ts'
import { vaultsBeside } from './vault-folders.ts'
import { refusalOfBackup, refusalOfStore } from './vault-refusal.ts'
import { WholeCheckRun } from './whole-check.ts'

/** How long a place for backups may keep her from opening, in milliseconds; one that answers later is not there. */
const LONGEST_SILENCE = 3000

/** Sealing everything once; then in each place writing and reading back. */
const STEPS_BEFORE = 1
const STEPS_IN_TARGET = 2

export type Target = CaseloadRecord<'backup-target'>
type Made = Target['made'][number]

/**
 * What a round of backups came to in one target: the target as it is to be remembered, what to tell, and the backups that
 * were there and were removed because they need not be kept.
 */
export type TargetRound = {
  target: Target
  outcome: { provenAt: string } | VaultRefusal
  pruned: readonly string[]
}

/** Keys and backups of the open vault, for the handlers: everything that needs the store itself and no record. */
export class Safekeeping {
  readonly #store: Store
  readonly #environment: VaultEnvironment
  readonly #folder: string
  #drawn: NewRecoverySlot | null = null
  #check: WholeCheckRun | null = null
  #lastCheck: WholeCheck | null = null

  constructor(store: Store, environment: VaultEnvironment, folder: string) {
    this.#store = store
    this.#environment = environment
    this.#folder = folder
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
      stat(join(target.path, fileName)).then(
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
      { disk: nodeDisk, prove, today, now },
      begins,
    )
    return outcomes.flatMap((outcome): TargetRound[] => {
      const target = targets.find(({ path }) => path === outcome.target)
      if (target === undefined) return []
      const { pruned } = outcome
      const kept = target.made.filter(({ fileName }) => !pruned.includes(fileName))
      if ('refused' in outcome.backup) {
        const refusal =
          outcome.backup.refused === 'not-proven'
            ? refuse('not-proven' as const)
            : refusalOfBackup(outcome.backup)
        const lastSeenAt = refusal.refused === 'target-missing' ? target.lastSeenAt : this.now
        return [{ target: { ...target, made: kept, lastSeenAt }, outcome: refusal, pruned }]
      }
      const { fileName, stateNumber, provenAt } = outcome.backup
      const made: Made = { fileName, stateNumber, provenAt, date: today, found: 'good' }
      const others = kept.filter((one) => one.fileName !== fileName)
      const known = { ...target, made: [...others, made], lastSeenAt: this.now }
      return [{ target: known, outcome: { provenAt }, pruned }]
    })
  }

  /**
   * Takes what was destroyed out of these backups of a target, each in its place; answers those that hold nothing of it
   * any more. A backup of the time of another passphrase does not open with this one, and stays as it is.
   */
  async rewriteBackups(target: Target, fileNames: readonly string[], secret: TypedSecret): Promise<string[]> {
    if (!(await isTargetThere(target))) return []
    const { kdf, prove, now } = this.#environment
    const order = { secret, destroyed: this.#store.destroyedHashes() }
    const outcomes = await rewriteBackups(target.path, fileNames, order, { disk: nodeDisk, prove, now, kdf })
    return outcomes.flatMap(({ fileName, outcome }) =>
      outcome === 'clean' || !('refused' in outcome) ? [fileName] : [],
    )
  }

  /** Begins a check of everything, in the place of one that was going on; answers in how many steps. */
  async beginCheck(
    secret: TypedSecret,
    targets: readonly Target[],
    known: readonly Anchor[],
  ): Promise<number> {
    this.#check = await WholeCheckRun.begin(this.#store, this.#environment, secret, { targets, known })
    return this.#check.steps
  }

  /** Takes the next step of the check; `null` when none is going on. With the last step it is over. */
  async nextOfCheck(): Promise<(Awaited<ReturnType<WholeCheckRun['next']>> & { targets: Target[] }) | null> {
    const check = this.#check
    if (check === null) return null
    const step = await check.next()
    if (step.whole !== null) this.stopCheck()
    this.#lastCheck = step.whole ?? this.#lastCheck
    return { ...step, targets: check.targets }
  }

  /** What the last check of this sitting came to, also where it could not be written down. */
  get lastCheck(): WholeCheck | null {
    return this.#lastCheck
  }

  /** Forgets the check that is going on. */
  stopCheck(): void {
    this.#check = null
  }

  /** Opens the newest backup of a target in memory, as an empty machine would with this secret. */
  async drill(
    target: Target,
    secret: TypedSecret,
    known: readonly Anchor[],
  ): Promise<{ records: number; madeAt: string | null } | VaultRefusal> {
    const newest = target.made.at(-1)
    if (newest === undefined) return refuse('no-backup')
    if (!(await isTargetThere(target))) return refuse('target-missing')
    const { kdf, drill } = this.#environment
    const order = await drillOrder(join(target.path, newest.fileName), secret, kdf)
    const drilled = 'refused' in order ? order : await drill(order)
    if ('refused' in drilled) return refusalOfBackup(drilled)
    // Whole and genuine, and yet not the backup that bears this name: somebody put another in its place.
    if (drilled.stateNumber < newest.stateNumber) return refuse('older-state')
    if (drilled.stateNumber > newest.stateNumber) return refuse('newer-state')
    if (ofAnotherHistory(this.#store.state, [drilled], known).length > 0) return refuse('tampered', 'file')
    return { records: drilled.records, madeAt: newest.provenAt }
  }
}
