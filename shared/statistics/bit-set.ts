/** A set of atoms as bits: containment of large sets is asked for every pair of cells. */
export class BitSet {
  readonly #words: Uint32Array

  constructor(size: number, members: Iterable<number> = []) {
    this.#words = new Uint32Array(Math.ceil(size / 32))
    for (const member of members)
      this.#words[member >>> 5] = (this.#words[member >>> 5] ?? 0) | (1 << (member & 31))
  }

  has(member: number): boolean {
    return ((this.#words[member >>> 5] ?? 0) & (1 << (member & 31))) !== 0
  }

  contains(other: BitSet): boolean {
    return other.#words.every((word, index) => (word & ~(this.#words[index] ?? 0)) === 0)
  }
}

/** Names a set by its members, whatever their order. */
export function setKey(members: readonly number[]): string {
  return [...members].sort((a, b) => a - b).join(',')
}
