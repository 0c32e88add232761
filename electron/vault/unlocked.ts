import { calendarDate, type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type NoteAbout } from '#shared/contracts/draft-about.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type UndoableCommand } from '#shared/contracts/undo.ts'
import { type VaultEvent, type WorkingSetChanges } from '#shared/contracts/working-set-rows.ts'
import { type Id, idFrom } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type Contribution } from '#shared/reports/contribution.ts'
import { Caseload, type Intention, put, type Written } from './caseload.ts'
import { type KindedRecord } from './caseload-kinds.ts'
import { type VaultEnvironment } from './environment.ts'
import { Errands } from './errands.ts'
import { CaseSearch } from './search/case-search.ts'
import { RegisterShelf } from './register/register-shelf.ts'
import { Computations } from './reporting/computations.ts'
import { reaching } from './history.ts'
import { isTargetThere } from './is-target-there.ts'
import { Safekeeping, type Target } from './safekeeping.ts'
import { type Anchor } from './store/backup/anchors.ts'
import { type RestoreMeans } from './store/backup/restore-backup.ts'
import { type Store, StoreStopped } from './store/store.ts'
import { type Step, undoObstacle } from './undo-obstacle.ts'
import { draftBroughtBack } from './draft-brought-back.ts'
import { type InTurn } from './turns.ts'
import { rowsAfter } from './working-set-rows-of.ts'

const REMEMBERED_STEPS = 50

/**
 * The permit to work with an open vault: every handler past the gate needs one, and only the session makes it.
 * Holds the caseload, what was undone last, the search index, and the register file and the contribution that were
 * opened in this sitting.
 */
export class Unlocked {
  readonly caseload: Caseload
  readonly search: CaseSearch
  readonly register = new RegisterShelf()
  readonly safekeeping: Safekeeping
  readonly computations: Computations
  readonly errands = new Errands()
  /** What an errand comes back with to the records has its turn among the commands. */
  readonly inTurn: InTurn
  /** A colleague's contribution that was opened last in this sitting, to be looked at before it counts. */
  openedContribution: Contribution | null = null
  /** The report of several organisations that was computed last, and what it was computed from (`basis`). */
  computedJoint: { basis: string; draft: VaultAnswer<'jointReport.preview'> } | null = null
  readonly #environment: VaultEnvironment
  /** States that are to be written down with whatever is written next. */
  readonly #reached: Anchor[]
  readonly #steps: Step[] = []

  constructor(store: Store, environment: VaultEnvironment, folder: string, inTurn: InTurn) {
    this.#environment = environment
    this.inTurn = inTurn
    this.caseload = new Caseload(store)
    this.search = new CaseSearch(this.caseload)
    this.safekeeping = new Safekeeping(store, environment, folder)
    const { stateNumber, head } = store.state
    this.#reached = [{ stateNumber, head }]
    this.computations = new Computations((event) => this.emit(event))
  }

  get today(): CalendarDate {
    return calendarDate(this.#environment.today())
  }

  /** The places that backups go to. */
  get targets(): Target[] {
    return this.caseload.all('backup-target').filter(({ retiredAt }) => retiredAt === null)
  }

  /** States in which this vault is known to have been, oldest first. */
  get states(): readonly Anchor[] {
    return this.caseload.get('history', 'history')?.states ?? []
  }

  /** Writes down states of this vault, before or after somebody outside could see it in them. */
  async noteReached(...states: readonly Anchor[]): Promise<void> {
    this.#reached.push(...states)
    await this.note([])
  }

  /** What a vault that is restored beside this one must be told: what was destroyed here, and where the lists lie. */
  async knownDestroyed(): Promise<Pick<RestoreMeans, 'openVault' | 'otherTargets'>> {
    const withList = this.targets.filter(({ made }) => made.length > 0)
    const looks = await Promise.all(withList.map(isTargetThere))
    const there = withList.filter((_target, at) => looks[at]).map(({ path }) => path)
    return { openVault: this.safekeeping.destroyed, otherTargets: there }
  }

  newId(): Id {
    return idFrom(this.#environment.random(26))
  }

  random(count: number): Uint8Array {
    return this.#environment.random(count)
  }

  /** Derives keys out of words, in a process of its own. */
  get kdf(): VaultEnvironment['kdf'] {
    return this.#environment.kdf
  }

  filePath(token: string): string | undefined {
    return this.#environment.filePath(token)
  }

  emit(event: VaultEvent): void {
    this.#environment.emit(event)
  }

  /** Writes, tells the screen, and keeps the step so that it can be taken back, with the draft that it ended. */
  async write(
    command: UndoableCommand,
    intentions: readonly Intention[],
    endsDraft: NoteAbout | null = null,
  ): Promise<void> {
    const written = await this.#write(intentions)
    const invoices = this.caseload.all('invoice').length
    this.#steps.push({ command, written, endsDraft, invoices })
    if (this.#steps.length > REMEMBERED_STEPS) this.#steps.shift()
  }

  /** Writes what Ctrl+Z leaves alone: an issued invoice, a settled report, a draft. */
  async writeOutsideUndo(intentions: readonly Intention[]): Promise<void> {
    await this.#write(intentions)
  }

  /**
   * Writes what was handed over, and forgets every step that could be taken back: undoing one would change what the
   * figures that are out were counted from.
   */
  async writeForGood(intentions: readonly Intention[]): Promise<void> {
    await this.#write(intentions)
    this.#steps.length = 0
  }

  /**
   * The same for what is only noted: where the disk takes nothing any more it is not, and what it tells of has happened
   * all the same.
   */
  async note(intentions: readonly Intention[]): Promise<void> {
    await this.#write(intentions).catch((error: unknown) => {
      if (!(error instanceof StoreStopped)) throw error
    })
  }

  /**
   * Takes the last step back, says which command it was and which draft came back with it. A step that cannot be taken
   * back is refused and stays: the one before it is not what she means.
   */
  async undo(): Promise<VaultAnswer<'undo.last'> | VaultRefusal> {
    const step = this.#steps.at(-1)
    if (step === undefined) return refuse('nothing-to-undo')
    const draft = draftBroughtBack(this.caseload, step)
    const intentions = [
      ...step.written
        .filter(({ kind }) => kind !== 'draft')
        .map(({ kind, id, before }) => ({ kind, id, after: before })),
      ...(draft === null ? [] : [put('draft', draft)]),
    ]
    const obstacle = undoObstacle(this.caseload, step, intentions)
    if (obstacle !== null) return refuse(obstacle)
    await this.#write(intentions)
    this.#steps.pop()
    if (draft === null) return { undone: step.command, draft }
    const { id: _id, ...typed } = draft
    return { undone: step.command, draft: typed }
  }

  /**
   * Destroys scopes for good, and leaves what stays in their place. Forgets every step that could be taken back: their
   * records as they were before would otherwise lie in memory, and come back with one Ctrl+Z.
   */
  async destroy(
    scopes: readonly string[],
    remainsOf: (records: number) => readonly KindedRecord[],
  ): Promise<void> {
    this.#steps.length = 0
    const at = this.#environment.now()
    const written = await this.caseload.destroy(scopes, remainsOf, at, (done, total) =>
      this.emit({ event: 'progress', task: 'keys', done, total }),
    )
    this.#tell(written)
  }

  #tell(written: readonly Written[]): void {
    this.search.noteWritten(written)
    const changes: WorkingSetChanges = rowsAfter(this.caseload, written)
    if (changes.length > 0) this.emit({ event: 'changes', changes, state: this.caseload.state })
  }

  async #write(intentions: readonly Intention[]): Promise<Written[]> {
    const history = reaching(this.caseload, this.#reached.splice(0))
    const all = await this.caseload.commit([...intentions, ...history], this.#environment.now())
    // The history goes on whatever is taken back.
    const written = all.filter(({ kind }) => kind !== 'history')
    this.#tell(written)
    return written
  }
}
