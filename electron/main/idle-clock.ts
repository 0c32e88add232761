/** What the idle clock needs of the world: milliseconds that never go back, and a way to be called again. */
export interface Ticker {
  now(): number
  every(milliseconds: number, call: () => void): void
}

const warningSeconds = 30
const longestPause = 90 * 60_000

/**
 * Counts how long nobody used the program. Warns 30 seconds before the time is over, and says so when somebody used it
 * after all. Until it is used for the first time there is nothing to lock, and the clock stands still.
 */
export class IdleClock {
  minutes = 5
  private lastUsed: number | undefined
  private pausedUntil = Number.NEGATIVE_INFINITY
  private firstPausedAt: number | undefined
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

  /** Somebody pressed a key, which no page can pretend: whoever asks for a pause from now on may be a person again. */
  pressed(): void {
    this.firstPausedAt = undefined
    this.used()
  }

  /**
   * Stands still for so many minutes from now; 0 lets it run again, from the start. Pauses without a key pressed between
   * them are one pause, and never last longer than the longest.
   */
  pause(minutes: number): void {
    const now = this.ticker.now()
    this.firstPausedAt ??= now
    if (minutes > 0 && now >= this.firstPausedAt + longestPause) return
    this.pausedUntil = Math.min(now + minutes * 60_000, this.firstPausedAt + longestPause)
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
