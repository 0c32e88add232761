import { StoreStopped } from './store/store.ts'

/** One after the other, in the order of asking: each finds everything as the one before left it. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  #isOver = false

  /** Does this when its turn comes; rejects with `StoreStopped` when there are no turns any more. */
  readonly take = <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (this.#isOver) return Promise.reject(new StoreStopped('closed'))
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Resolves when everything that was asked for is done, and what was asked for meanwhile. */
  async idle(): Promise<void> {
    let last: Promise<unknown> | undefined
    while (last !== this.#last) {
      last = this.#last
      await last
    }
  }

  /** Lets nothing more have a turn; resolves when the last one is over. */
  async end(): Promise<void> {
    this.#isOver = true
    await this.idle()
  }
}

/** Waits for a turn and does this in it; or does it at once, for who has the turn already. */
export type InTurn = Turns['take']
