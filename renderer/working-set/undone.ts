import { externalValue } from './external-value.ts'

const times = externalValue(0)

/** Notes that a change was taken back. */
export function noteUndone(): void {
  times.set(times.get() + 1)
}

/** Calls `then` whenever a change is taken back, until what it answers is called. */
export function whenUndone(then: () => void): () => void {
  return times.subscribe(then)
}
