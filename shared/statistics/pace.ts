/**
 * What a search awaits between two calls of the solver. It may wait, so that others get their turn, and it may throw:
 * then the search frees its memory and stops with that error.
 */
export type Pace = () => Promise<void> | void

/** Never waits and never stops. */
export const atOnce: Pace = () => undefined
