import { type WholeCheck } from '#shared/contracts/safety-check.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { type CaseloadRecord } from './caseload-kinds.ts'
import { type VaultEnvironment } from './environment.ts'
import { type Store } from './store/store.ts'
import { type Checked, WholeCheckRun } from './whole-check.ts'

type Target = CaseloadRecord<'backup-target'>

/** The check of everything that is going on, if any, and what the last one came to. */
export class Checks {
  readonly #store: Store
  readonly #environment: VaultEnvironment
  #run: WholeCheckRun | null = null
  #last: WholeCheck | null = null

  constructor(store: Store, environment: VaultEnvironment) {
    this.#store = store
    this.#environment = environment
  }

  /** Begins one, in the place of one that was going on; answers in how many steps. */
  async begin(secret: TypedSecret, checked: Checked, signal: AbortSignal): Promise<number> {
    this.#run = await WholeCheckRun.begin(this.#store, this.#environment, secret, checked, signal)
    return this.#run.steps
  }

  /**
   * Takes the next step; `null` when none is going on, or it was stopped meanwhile. With the last step it is over, and
   * `targets` answers the places as they are to be remembered then.
   */
  async next(): Promise<{ done: number; whole: WholeCheck | null; targets: () => Target[] } | null> {
    const run = this.#run
    if (run === null) return null
    const step = await run.next()
    if (this.#run !== run) return null
    if (step.whole !== null) this.stop()
    this.#last = step.whole ?? this.#last
    return { ...step, targets: () => run.targets }
  }

  /** What the last check of this sitting came to, also where it could not be written down. */
  get last(): WholeCheck | null {
    return this.#last
  }

  /** Forgets the check that is going on. */
  stop(): void {
    this.#run = null
  }
}
