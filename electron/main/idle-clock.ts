/** What the idle clock needs of the world: milliseconds that never go back, and a way to be called again. */
export interface Ticker {
  now(): number
  every(milliseconds: number, call: () => void): void
}

const warningSeconds = 30

/**
 * Counts how long nobody used the program. Warns 30 seconds before the time is over, and says so when somebody used it
 * after all. Until it is used for the first time there is nothing to lock, and the clock stands still.
 */
export class IdleClock {
  minutes = 5
  private lastUsed: number | undefined
  private pausedUntil = Number.NEGATIVE_INFINITY
  private hiddenAt: number | undefined
  private warned = false

  constructor(
    private readonly ticker: Ticker,
    private readonly on: {
      readonly warning: (seconds: number) => void
      readonly warningOver: () => void
      readonly idle: () => void
    },
  ) {
    ticker.every(500, () => this.look())
  }

  /** Somebody used the program. */
  used(): void {
    this.lastUsed = this.ticker.now()
    this.takeWarningBack()
  }

  /** Stands still for so many minutes from now; 0 lets it run again, from the start. */
  pause(minutes: number): void {
    this.pausedUntil = this.ticker.now() + minutes * 60_000
    this.used()
  }

  /** The window was minimised or hidden: from now on standing still counts for nothing, for nobody sees it. */
  hidden(): void {
    this.hiddenAt ??= this.ticker.now()
  }

  /** The window can be seen again. */
  shown(): void {
    this.hiddenAt = undefined
  }

  private look(): void {
    if (this.lastUsed === undefined) return
    const stoodStillUntil = Math.min(this.pausedUntil, this.hiddenAt ?? Number.POSITIVE_INFINITY)
    const since = Math.max(this.lastUsed, stoodStillUntil)
    const left = this.minutes * 60_000 - (this.ticker.now() - since)
    if (left <= 0) this.on.idle()
    else if (left > warningSeconds * 1000) this.takeWarningBack()
    else if (!this.warned) {
      this.warned = true
      this.on.warning(Math.ceil(left / 1000))
    }
  }

  private takeWarningBack(): void {
    if (!this.warned) return
    this.warned = false
    this.on.warningOver()
  }
}
