import { setImmediate } from 'node:timers/promises'
import { type VaultEvent } from '#shared/contracts/working-set-rows.ts'

/** An answer that is still being computed while other commands have their turn; it reads and writes no records. */
export class Beside<Answer> {
  readonly answer: Promise<Answer>

  constructor(answer: Promise<Answer>) {
    this.answer = answer
  }
}

/** How a computation gives way: told when to stop, and heard about how far it is. */
export type ComputationRun = {
  signal: { readonly aborted: boolean }
  pause: () => Promise<void>
  onProgress: (done: number, total: number) => void
}

/** Long computations beside the commands, of each name at most one that is still wanted. */
export class Computations {
  readonly #emit: (event: VaultEvent) => void
  readonly #shutting = new AbortController()
  readonly #running = new Map<string, AbortController>()

  constructor(emit: (event: VaultEvent) => void) {
    this.#emit = emit
  }

  /** Begins one, and stops an earlier one of the same name. */
  begin<Answer>(name: string, compute: (run: ComputationRun) => Promise<Answer>): Beside<Answer> {
    this.#running.get(name)?.abort()
    const controller = new AbortController()
    this.#running.set(name, controller)
    const answer = compute({ ...this.waiting(), signal: controller.signal }).finally(() => {
      if (this.#running.get(name) === controller) this.#running.delete(name)
    })
    return new Beside(answer)
  }

  /** For a computation that its command waits for: it tells how far it is, lets the port be read and stops with the rest. */
  waiting(): ComputationRun {
    return {
      signal: this.#shutting.signal,
      pause: () => setImmediate(),
      onProgress: (done, total) => {
        this.#emit({ event: 'progress', task: 'report', done, total })
      },
    }
  }

  /** Stops the one of this name, if there is one. */
  stop(name: string): void {
    this.#running.get(name)?.abort()
  }

  /** Stops all of them, for good. */
  stopAll(): void {
    this.#shutting.abort()
    for (const controller of this.#running.values()) controller.abort()
  }
}
