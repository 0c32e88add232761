/**
 * What a search awaits between two calls of the solver. It may wait, so that others get their turn, and it may throw:
 * then the search frees its memory and stops with that error.
 */
export type Pace = () => Promise<void> | void

/** Never waits and never stops. */
export const atOnce: Pace = () => undefined

/** Rounds of searching again, and the number of questions to the solver after which no further round begins. */
export const ROUNDS = 6
export const ENOUGH_QUESTIONS = 2000
