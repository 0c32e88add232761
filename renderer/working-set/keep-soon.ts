/** With the time that sealing takes, no more than the last second of typing is ever in the page alone. */
const LONGEST_UNKEPT_MILLISECONDS = 600

type Waiting = { timer: ReturnType<typeof setTimeout>; keep: () => Promise<void> }

/** What was typed and is not yet on its way to the vault, by what it is about. */
const waiting = new Map<string, Waiting>()

/**
 * Has something kept at most a short while from now, also while somebody types on without a pause: what was to be kept
 * of the same before is not, since it is earlier.
 */
export function keepSoon(about: string, keep: () => Promise<void>): void {
  const timer =
    waiting.get(about)?.timer ??
    setTimeout(() => {
      void keepNow(about)
    }, LONGEST_UNKEPT_MILLISECONDS)
  waiting.set(about, { timer, keep })
}

/** Keeps at once what waits to be kept; resolves when it is on the disk, or could not be put there. */
export async function keepNow(about: string): Promise<void> {
  const waits = waiting.get(about)
  keepNoMore(about)
  await waits?.keep()
}

/** The same for all that waits: before the program ends, or before what is asked next could meet it in the vault. */
export async function keepAllNow(): Promise<void> {
  await Promise.all([...waiting.keys()].map(keepNow))
}

/** Does not keep what waits: it became something that is kept for good, or was thrown away. */
export function keepNoMore(about: string): void {
  clearTimeout(waiting.get(about)?.timer)
  waiting.delete(about)
}
