import type { Pace } from './pace.ts'

/** How a gate is run. It reads no clock: who calls it says when to wait, to stop, or to take a coarser step. */
export type GateRun = {
  /** Looked at between two questions to the solver; `aborted` ends the run with the refusal 'superseded'. */
  signal?: { readonly aborted: boolean }
  /** Told after every choice of tables that was tried. */
  onProgress?: (done: number, total: number) => void
  /** Awaited between two questions to the solver, so that others get their turn. */
  pause?: () => Promise<void>
  /** How often one choice of tables may turn to the solver before a coarser one is tried. */
  steps?: number
}

/** Enough for what takes a second or two; a choice that needs more is too large to wait for. */
export const USUAL_STEPS = 20_000

/** The run was ended from outside. */
export class Cancelled extends Error {}

/** A choice of tables took more steps than allowed. */
export class TooLarge extends Error {}

/** The pace of one attempt; throws `Cancelled` and, after its steps, `TooLarge`. */
export function paceOf({ signal, pause, steps = USUAL_STEPS }: GateRun, isLimited: boolean): Pace {
  let taken = 0
  return async () => {
    await pause?.()
    if (signal?.aborted) throw new Cancelled()
    taken += 1
    if (isLimited && taken > steps) throw new TooLarge()
  }
}
