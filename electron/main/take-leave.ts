/** A page that says nothing for so long hangs, and keeps nobody from quitting. */
const longestSilence = 3000

/** Quitting as the advisor asks for it: the page may finish a backup first. */
export interface Leave {
  /** She wants to quit; once more is the same question again. */
  readonly ask: () => void
  /** The page heard it, and quits by itself when it is ready or when she says so. */
  readonly hold: () => void
}

/** Asks the page before `quit`, which comes by itself when the page keeps silent. */
export function takeLeave(askPage: () => void, quit: () => void): Leave {
  let silence: NodeJS.Timeout | undefined
  return {
    ask: () => {
      silence ??= setTimeout(quit, longestSilence)
      askPage()
    },
    hold: () => {
      clearTimeout(silence)
      silence = undefined
    },
  }
}
