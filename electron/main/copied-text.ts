import { createHmac, randomBytes } from 'node:crypto'
import type { Ticker } from './idle-clock.ts'

/** What this needs of the system's clipboard; older Electrons answer at once, newer ones promise to. */
export interface Clipboard {
  readText(): string | Promise<string>
  clear(): void
}

const longest = 30_000
/** The page tells that it copies before the text is there. */
const untilThere = 400

/**
 * Takes what was copied in the page from the clipboard again: after 30 seconds, and when the program locks. What was
 * copied elsewhere since then is left alone. Keeps no text to tell them apart, only a digest under a key that dies
 * with the process.
 */
export class CopiedText {
  private readonly key = randomBytes(32)
  private copiedAt: number | undefined
  private digest: string | undefined

  constructor(
    private readonly ticker: Ticker,
    private readonly clipboard: Clipboard,
  ) {
    ticker.every(500, () => void this.look())
  }

  /** Text of the page is being copied. */
  copied(): void {
    this.copiedAt = this.ticker.now()
    this.digest = undefined
  }

  /** Clears the clipboard if it still holds what was copied last. */
  async takeBack(): Promise<void> {
    const { copiedAt, digest } = this
    if (copiedAt === undefined) return
    this.copiedAt = undefined
    this.digest = undefined
    // Copied so short ago that it was not read yet: then it is still there.
    if (digest === undefined || (await this.digestNow()) === digest) this.clipboard.clear()
  }

  private async look(): Promise<void> {
    if (this.copiedAt === undefined) return
    const { copiedAt } = this
    const since = this.ticker.now() - copiedAt
    if (since >= longest) return this.takeBack()
    if (this.digest !== undefined || since < untilThere) return
    const digest = await this.digestNow()
    if (this.copiedAt === copiedAt) this.digest = digest
  }

  private async digestNow(): Promise<string> {
    return createHmac('sha256', this.key)
      .update(await this.clipboard.readText())
      .digest('hex')
  }
}
