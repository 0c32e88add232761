import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { Beside } from './reporting/computations.ts'

/**
 * What takes long and is no matter of the records: places for backups, and keys out of typed words. It is done beside
 * the commands, which wait for none of it, and takes a turn among them only to write down what came of it.
 */
export class Errands {
  readonly #calledOff = new AbortController()
  #lastAlone: Promise<unknown> = Promise.resolve()

  /** Aborted once the vault is about to shut: nothing that takes long is begun any more. */
  get signal(): AbortSignal {
    return this.#calledOff.signal
  }

  /** Does this beside the commands. Refused as `locked` when it was called off, whatever it came to. */
  run<Answer>(work: () => Promise<Answer>): Beside<Answer | VaultRefusal> {
    return new Beside(this.#orLocked(work))
  }

  /**
   * For what writes in places for backups, or must find them as nobody else changes them: one at a time. Never waited for
   * within a turn, or the two would wait for each other.
   */
  alone<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const mine = this.#lastAlone.then(() => {
      this.signal.throwIfAborted()
      return work()
    })
    this.#lastAlone = mine.catch(() => undefined)
    return mine
  }

  /** Ends what is under way as soon as it can be ended cleanly. */
  callOff(): void {
    this.#calledOff.abort()
  }

  /** Resolves when nobody is at work in the places any more. */
  async left(): Promise<void> {
    await this.#lastAlone
  }

  async #orLocked<Answer>(work: () => Promise<Answer>): Promise<Answer | VaultRefusal> {
    try {
      this.signal.throwIfAborted()
      return await work()
    } catch (error) {
      if (this.signal.aborted) return refuse('locked')
      throw error
    }
  }
}
