import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect } from 'vitest'
import { type Kdf, openVault, prepareVault, type Store } from '../../electron/vault/store/store.ts'
import { keysIn, opensWith, readSnapshots, readVault } from './second-reader.ts'
import { at, newFolder, noKdf, opened, params, put } from './store-fixture.ts'

const scopes = ['case:1', 'case:2', 'persons:2', 'common']
const firstPassphrase = 'de allereerste passphrase'

/** What an advisor may do with a vault, in any order. */
type Step =
  | { step: 'commit'; id: string; scope: string; body: string | null }
  | { step: 'destroy'; scope: string }
  | { step: 'rotate' | 'change-passphrase' | 'add-envelope' | 'remove-envelope' | 'reopen' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      step: fc.constant('commit' as const),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      scope: fc.constantFrom(...scopes),
      body: fc.option(fc.string()),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ step: fc.constant('destroy' as const), scope: fc.constantFrom(...scopes) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      step: fc.constantFrom('rotate', 'change-passphrase', 'add-envelope', 'remove-envelope', 'reopen'),
    }),
  },
)

/** Stands in for Argon2id where only its being different for every passphrase and salt matters. */
export const quickKdf: Kdf = (passphrase, salt) =>
  Promise.resolve(new Uint8Array(createHash('sha256').update(salt).update(passphrase).digest()))

/** A vault, what should be in it, and every secret and key that there ever was. */
class Story {
  readonly #kdf: Kdf
  readonly #memory = new Map<string, { scope: string; body: unknown }>()
  readonly #destroyed = new Set<string>()
  readonly #removedPassphrases: string[] = []
  readonly #removedKeys: string[] = []
  readonly #known: Uint8Array[] = []
  #passphrase = firstPassphrase
  #envelopes: { slot: number; key: string }[] = []
  #count = 0
  readonly #folder: string
  readonly #recoveryKey: string
  #store: Store

  constructor(kdf: Kdf, folder: string, recoveryKey: string, store: Store) {
    this.#kdf = kdf
    this.#folder = folder
    this.#recoveryKey = recoveryKey
    this.#store = store
  }

  async #open(secret: { passphrase: string } | { recoveryKey: string }) {
    return openVault(this.#folder, secret, { kdf: 'passphrase' in secret ? this.#kdf : noKdf })
  }

  /** What somebody knows who read every file with a secret of its time. */
  async #remember(): Promise<void> {
    const snapshots = await readSnapshots(this.#folder, { recoveryKey: this.#recoveryKey })
    this.#known.push(...snapshots.flatMap(keysIn))
  }

  async take(one: Step): Promise<void> {
    const store = this.#store
    if (one.step === 'commit') return this.#commit(one)
    if (one.step === 'reopen') {
      await store.close()
      this.#store = opened(await this.#open({ recoveryKey: this.#recoveryKey }))
      expect(this.#store.findings).toEqual([])
      return
    }
    if (one.step === 'remove-envelope' && this.#envelopes.length === 0) return
    if (one.step === 'add-envelope' && store.slots.length === 8) {
      expect(store.addRecoverySlot('envelope')).toEqual({ refused: 'no-room-for-slot' })
      return
    }
    await store.snapshot()
    await this.#remember()
    if (one.step === 'rotate') await store.rotate(at)
    else if (one.step === 'destroy') {
      await store.destroyScopes([one.scope], at)
      this.#destroyed.add(one.scope)
      for (const [id, { scope }] of this.#memory) if (scope === one.scope) this.#memory.delete(id)
    } else if (one.step === 'change-passphrase') {
      const passphrase = `passphrase nummer ${(this.#count += 1)}`
      const current = { recoveryKey: this.#recoveryKey }
      const change = { current, passphrase, params, kdf: this.#kdf, at }
      expect(await store.changePassphrase(change)).toBeUndefined()
      this.#removedPassphrases.push(this.#passphrase)
      this.#passphrase = passphrase
    } else if (one.step === 'add-envelope') {
      const added = store.addRecoverySlot('envelope')
      if ('refused' in added) throw new Error(added.refused)
      expect(await added.confirm(added.recoveryKeyText, at)).toEqual({ confirmed: true })
      this.#envelopes.push({ slot: added.slot, key: added.recoveryKeyText })
    } else {
      const removed = this.#envelopes.shift()
      if (!removed) return
      expect(await store.removeSlot(removed.slot, at)).toBeUndefined()
      this.#removedKeys.push(removed.key)
    }
  }

  async #commit({ id, scope, body }: Step & { step: 'commit' }): Promise<void> {
    const change = put(id, body, scope)
    if (body !== null && this.#destroyed.has(scope)) {
      await expect(this.#store.commit([change], at)).rejects.toThrow('destroyed')
      return
    }
    await this.#store.commit([change], at)
    if (body === null) this.#memory.delete(id)
    else this.#memory.set(id, { scope, body })
  }

  /** Everything opens with exactly the current secrets, and nothing with a removed one or an earlier key. */
  async end(): Promise<void> {
    await this.#store.close()
    const current = [
      { passphrase: this.#passphrase },
      { recoveryKey: this.#recoveryKey },
      ...this.#envelopes.map(({ key }) => ({ recoveryKey: key })),
    ]
    for (const secret of current) {
      const store = opened(await this.#open(secret))
      expect(store.findings).toEqual([])
      const held = [...store.all()].map(({ id, scope, body }) => [id, { scope, body }])
      expect(Object.fromEntries(held)).toEqual(Object.fromEntries(this.#memory))
      for (const scope of scopes) expect(store.isDestroyed(scope)).toBe(this.#destroyed.has(scope))
      await store.close()
    }
    for (const passphrase of this.#removedPassphrases)
      expect(await this.#open({ passphrase })).toEqual({ refused: 'wrong-passphrase' })
    for (const recoveryKey of this.#removedKeys) {
      expect(await this.#open({ recoveryKey })).toEqual({ refused: 'wrong-recovery-key', groups: [] })
      await expect(readSnapshots(this.#folder, { recoveryKey })).rejects.toThrow('no slot opens')
    }
    await this.#opensWithNothingKnown()
  }

  async #opensWithNothingKnown(): Promise<void> {
    const way = { recoveryKey: this.#recoveryKey }
    const snapshots = await readSnapshots(this.#folder, way)
    expect(snapshots.length).toBeGreaterThanOrEqual(2)
    for (const snapshot of snapshots) {
      for (const { scope } of snapshot.records.values()) expect(this.#destroyed.has(scope)).toBe(false)
      const howManyOpenWith = (keys: Uint8Array[]) =>
        snapshot.parts.filter((part) => keys.some((key) => opensWith(key, part))).length
      expect(howManyOpenWith(keysIn(snapshot))).toBe(snapshot.parts.length)
      expect(howManyOpenWith(this.#known)).toBe(0)
    }
    for (const { scope } of (await readVault(this.#folder, way)).values())
      expect(this.#destroyed.has(scope)).toBe(false)
  }
}

/** Plays `runs` random stories through to their end. */
export async function playStories(runs: number, kdf: Kdf, longest: number): Promise<void> {
  const play = async (steps: Step[]): Promise<void> => {
    const prepared = await prepareVault({ passphrase: firstPassphrase, kdf, params })
    prepared.confirm(prepared.recoveryKeyText)
    const folder = await newFolder()
    const store = opened(await prepared.write(folder))
    const story = new Story(kdf, folder, prepared.recoveryKeyText, store)
    for (const one of steps) await story.take(one)
    await story.end()
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: longest }), play), {
    numRuns: runs,
  })
}
