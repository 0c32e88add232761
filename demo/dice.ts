/** Dice with a memory: the same seed throws the same sequence, so that the demonstration is the same everywhere. */
export type Dice = { below(limit: number): number; pick<T>(items: readonly T[]): T }

/** mulberry32, a small generator of 32 bits; good enough to tell a story, for nothing else. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return {
    below: (limit) => next() % limit,
    pick: (items) => {
      const item = items[next() % items.length]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
  }
}
