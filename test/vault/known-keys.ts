import { expect } from 'vitest'
import { hex } from './second-reader-bytes.ts'
import { keysIn, opensWith, type ReadSnapshot } from './second-reader.ts'

/** What somebody knows who read every file with a secret of its time: all keys, by the vault key they came with. */
export class KnownKeys {
  readonly #epochs: { vaultKey: string; keys: Uint8Array[] }[] = []

  learn(snapshots: readonly ReadSnapshot[]): void {
    for (const one of snapshots) this.#epochs.push({ vaultKey: hex(one.vaultKey), keys: keysIn(one) })
  }

  /** How much was known at one moment, for `openNothingIn`. */
  get count(): number {
    return this.#epochs.length
  }

  /** Tries every key on every sealed part; those learned later than `upTo`, and those of one epoch, do not count. */
  openNothingIn({ parts }: ReadSnapshot, { upTo = this.count, besides = '' }): void {
    const known = this.#epochs.slice(0, upTo).filter(({ vaultKey }) => vaultKey !== besides)
    const keys = known.flatMap((one) => one.keys)
    expect(parts.filter((part) => keys.some((key) => opensWith(key, part)))).toEqual([])
  }
}
