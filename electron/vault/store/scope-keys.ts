import type { ScopeKey } from './crypto/v1/keys-part.ts'
import type { RecordRef } from './crypto/v1/record.ts'
import type { Dice } from './crypto/v1/seal.ts'
import { sodium } from './crypto/v1/sodium.ts'

/** The random keys of all scopes, for the keyring alone: nobody else gets to hold one of these. */
export class ScopeKeys {
  /** Numbers are never given out twice, so a key that was dropped has none that comes after it. */
  nextKeyId: number
  readonly #byScope = new Map<string, ScopeKey>()
  readonly #byId = new Map<number, ScopeKey>()

  constructor(nextKeyId: number) {
    this.nextKeyId = nextKeyId
  }

  all(): ScopeKey[] {
    return [...this.#byScope.values()]
  }

  /** Random keys for those of the scopes that have none; they count only once adopted. */
  newFor(scopes: Iterable<string>, random: Dice): ScopeKey[] {
    const lacking = [...new Set(scopes)].filter((scope) => !this.#byScope.has(scope))
    return lacking.map((scope, index) => ({ keyId: this.nextKeyId + index, scope, key: random(32) }))
  }

  adopt(keys: ScopeKey[]): void {
    for (const key of keys) {
      this.#byScope.set(key.scope, key)
      this.#byId.set(key.keyId, key)
      this.nextKeyId = Math.max(this.nextKeyId, key.keyId + 1)
    }
  }

  /** The key of a scope, from those adopted or the new ones given. */
  ofScope(scope: string, fresh: ScopeKey[]): ScopeKey {
    const found = this.#byScope.get(scope) ?? fresh.find((key) => key.scope === scope)
    if (!found) throw new Error('a scope without a key')
    return found
  }

  /** The key that a record names; nothing when it is gone, or is that of another scope. */
  ofRecord({ keyId, scope }: RecordRef, fresh: ScopeKey[] = []): ScopeKey | undefined {
    const found = this.#byId.get(keyId) ?? fresh.find((key) => key.keyId === keyId)
    return found?.scope === scope ? found : undefined
  }

  wipe(): void {
    for (const { key } of this.#byId.values()) sodium().memzero(key)
    this.#byScope.clear()
    this.#byId.clear()
  }
}
