import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import { backUpStore } from '../../electron/vault/store/backup/back-up-store.ts'
import { openBackupFile } from '../../electron/vault/store/backup/open-backup.ts'
import { proveBackup } from '../../electron/vault/store/backup/prove-backup.ts'
import { restoreBackup } from '../../electron/vault/store/backup/restore-backup.ts'
import { rewriteBackups } from '../../electron/vault/store/backup/rewrite-backups.ts'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import { type Kdf, openVault, type Store } from '../../electron/vault/store/store.ts'
import { KnownKeys } from './known-keys.ts'
import { hex } from './second-reader-bytes.ts'
import { readBackup } from './second-reader-of-backups.ts'
import { keysIn, opensWith, readSnapshots, readVault } from './second-reader.ts'
import { at, imageOf, newFolder, noKdf, opened, params, put } from './store-fixture.ts'
import type { Step } from './story-step.ts'
import { letsIn, type Moment, refusalOf, secretsOf, type TypedSecret } from './who-may-enter.ts'

/** A backup, what it should hold, and with which secrets. */
type Copy = { path: string; holds: Moment; destroyed: number; knownWhenRewritten?: number }

const bytesOf = async (path: string) => new Uint8Array(await readFile(path))
/** A vault with its backups, what should be in each, and every secret and key that there ever was. */
export class SecretsStory {
  readonly #kdf: Kdf
  readonly #target: string
  readonly #works: 'passphrase' | 'recoveryKey'
  readonly #destroyed = new Set<string>()
  readonly #everySecret: TypedSecret[] = []
  readonly #oldHeaders: Uint8Array[] = []
  readonly #copies: Copy[] = []
  readonly #known = new KnownKeys()
  /** The epoch that a restored vault shares with its backup, as long as it is in it. */
  #inherited = ''
  #count = 0
  #now: Moment
  #folder: string
  #store: Store

  constructor(
    { kdf, works }: { kdf: Kdf; works: 'passphrase' | 'recoveryKey' },
    {
      store,
      folder,
      target,
      ...first
    }: { store: Store; folder: string; target: string; passphrase: string; recoveryKey: string },
  ) {
    this.#kdf = kdf
    this.#works = works
    this.#store = store
    this.#folder = folder
    this.#target = target
    const recovery = { slot: 2, key: first.recoveryKey }
    this.#now = { kept: new Map(), passphrase: first.passphrase, recovery, envelopes: [] }
    this.#everySecret.push(...secretsOf(this.#now))
  }

  /** The secret with which the advisor of this story opens, restores and proves who she is. */
  #own({ passphrase, recovery }: Moment = this.#now): TypedSecret {
    return this.#works === 'passphrase' ? { passphrase } : { recoveryKey: recovery.key }
  }

  /** A recovery key needs no derivation; if one is asked for all the same, that is a defect. */
  #kdfFor = (secret: TypedSecret): Kdf => ('passphrase' in secret ? this.#kdf : noKdf)

  async #open(secret: TypedSecret, folder = this.#folder) {
    return openVault(folder, secret, { kdf: this.#kdfFor(secret) })
  }

  async #beforeNewEpoch(): Promise<void> {
    await this.#store.snapshot()
    const snapshots = await readSnapshots(this.#folder, { recoveryKey: this.#now.recovery.key })
    this.#known.learn(snapshots)
    this.#oldHeaders.push(await bytesOf(join(this.#folder, 'header-a')))
    this.#inherited = ''
  }

  #letIn(change: Partial<Moment>): void {
    this.#now = { ...this.#now, ...change }
    const texts = new Set(this.#everySecret.map((one) => JSON.stringify(one)))
    this.#everySecret.push(...secretsOf(this.#now).filter((one) => !texts.has(JSON.stringify(one))))
  }

  /** Whether there is anything to do it with. */
  can({ step }: Step): boolean {
    if (step === 'restore') return this.#copies.length > 0
    return step !== 'remove-envelope' || this.#now.envelopes.length > 0
  }

  async take(one: Step): Promise<void> {
    switch (one.step) {
      case 'commit':
        return this.#commit(one)
      case 'destroy':
        return this.#destroy(one)
      case 'restore':
        return this.#restore(one.which)
      case 'back-up':
        return this.#backUp()
      case 'reopen':
        await this.#store.close()
        this.#store = opened(await this.#open(this.#own()))
        expect(this.#store.findings).toEqual([])
        return
      case 'rotate':
        await this.#beforeNewEpoch()
        return this.#store.rotate(at)
      case 'change-passphrase': {
        await this.#beforeNewEpoch()
        const passphrase = `passphrase nummer ${(this.#count += 1)}`
        const change = { current: this.#own(), passphrase, params, kdf: this.#kdf, at }
        expect(await this.#store.changePassphrase(change)).toBeUndefined()
        return this.#letIn({ passphrase })
      }
      case 'add-envelope': {
        const envelope = await this.#addKey('envelope')
        return this.#letIn({ envelopes: [...this.#now.envelopes, ...(envelope ? [envelope] : [])] })
      }
      case 'remove-envelope': {
        const [removed, ...envelopes] = this.#now.envelopes
        if (removed) await this.#remove(removed.slot)
        return this.#letIn({ envelopes })
      }
      case 'replace-recovery-key': {
        const before = this.#now.recovery
        const recovery = await this.#addKey('recovery')
        if (!recovery) return
        await this.#remove(before.slot)
        return this.#letIn({ recovery })
      }
    }
  }

  async #addKey(kind: 'recovery' | 'envelope'): Promise<{ slot: number; key: string } | undefined> {
    const added = this.#store.addRecoverySlot(kind)
    if ('refused' in added) {
      expect([added.refused, this.#store.slots.length]).toEqual(['no-room-for-slot', 8])
      return undefined
    }
    await this.#beforeNewEpoch()
    expect(await added.confirm(added.recoveryKeyText, at)).toEqual({ confirmed: true })
    return { slot: added.slot, key: added.recoveryKeyText }
  }

  async #remove(slot: number): Promise<void> {
    await this.#beforeNewEpoch()
    expect(await this.#store.removeSlot(slot, at)).toBeUndefined()
  }

  async #commit({ id, scope, body }: Step & { step: 'commit' }): Promise<void> {
    const change = put(id, body, scope)
    if (body !== null && this.#destroyed.has(scope)) {
      await expect(this.#store.commit([change], at)).rejects.toThrow('destroyed')
      return
    }
    await this.#store.commit([change], at)
    const kept = new Map(this.#now.kept)
    if (body === null) kept.delete(id)
    else kept.set(id, { scope, body })
    this.#now = { ...this.#now, kept }
  }

  #withoutDestroyed = (now: Moment): Moment => ({
    ...now,
    kept: new Map([...now.kept].filter(([, { scope }]) => !this.#destroyed.has(scope))),
  })

  /** As her command does it: destroy, back up, then take it out of every backup within reach. */
  async #destroy({ scope, inReach }: Step & { step: 'destroy' }): Promise<void> {
    await this.#beforeNewEpoch()
    await this.#store.destroyScopes([scope], at)
    this.#destroyed.add(scope)
    this.#now = this.#withoutDestroyed(this.#now)
    await this.#backUp()
    const outcomes = await rewriteBackups(
      this.#target,
      inReach ? this.#copies.map(({ path }) => basename(path)) : [],
      { secret: this.#own(), destroyed: this.#store.destroyedHashes() },
      { disk: nodeDisk, prove: proveBackup, now: () => at, kdf: this.#kdf },
    )
    for (const [index, { outcome }] of outcomes.entries()) {
      const copy = this.#copies[index]
      if (!copy) throw new Error('no such copy')
      if (!letsIn(copy.holds, this.#own())) {
        expect(outcome).toEqual(refusalOf(this.#own()))
      } else if (outcome === 'clean') {
        expect(copy.destroyed).toBe(this.#destroyed.size)
      } else {
        expect(outcome).toHaveProperty('provenAt')
        const holds = this.#withoutDestroyed(copy.holds)
        this.#copies[index] = {
          ...copy,
          holds,
          destroyed: this.#destroyed.size,
          knownWhenRewritten: this.#known.count,
        }
      }
    }
  }

  /** A name of its own for each backup: after a restore the same state is reached more than once. */
  async #backUp(): Promise<void> {
    const today = new Date(Date.UTC(2026, 0, 1 + this.#copies.length)).toISOString().slice(0, 10)
    const means = { disk: nodeDisk, prove: proveBackup, today, now: () => at }
    const [outcome] = await backUpStore(this.#store, [{ folder: this.#target, ledger: [] }], means)
    if (!outcome || 'refused' in outcome.backup) throw new Error(`not backed up: ${JSON.stringify(outcome)}`)
    const path = join(this.#target, outcome.backup.fileName)
    const holds = this.#now
    this.#copies.push({ path, holds, destroyed: this.#destroyed.size })
  }

  /** Goes on in a vault made from an earlier backup, with the secrets of its time; the vault of before stays. */
  async #restore(which: number): Promise<void> {
    const copy = this.#copies[which % this.#copies.length]
    if (!copy) throw new Error('no such copy')
    await this.#store.close()
    const left = await imageOf(this.#folder)
    const folder = join(await newFolder(), 'kluis')
    const secret = this.#own(copy.holds)
    const restored = await restoreBackup(copy.path, secret, folder, { kdf: this.#kdfFor(secret), at })
    if ('refused' in restored) throw new Error(`not restored: ${JSON.stringify(restored)}`)
    expect(await imageOf(this.#folder)).toEqual(left)
    this.#now = this.#withoutDestroyed(copy.holds)
    this.#folder = folder
    this.#store = opened(await this.#open(secret))
    const { vaultKey } = await readBackup(await bytesOf(copy.path), { recoveryKey: copy.holds.recovery.key })
    this.#inherited = copy.destroyed < this.#destroyed.size ? '' : hex(vaultKey)
  }

  /** Everything opens with exactly the current secrets, and nothing with a removed one or an earlier key. */
  async end(): Promise<void> {
    await this.#store.close()
    for (const secret of this.#everySecret) {
      const answer = await this.#open(secret)
      expect('refused' in answer ? answer : undefined).toEqual(
        letsIn(this.#now, secret) ? undefined : refusalOf(secret),
      )
      if ('refused' in answer) continue
      expect(answer.findings).toEqual([])
      const held = [...answer.all()].map(({ id, scope, body }) => [id, { scope, body }])
      expect(Object.fromEntries(held)).toEqual(Object.fromEntries(this.#now.kept))
      for (const scope of ['case:1', 'case:2', 'persons:2', 'common'])
        expect(answer.isDestroyed(scope)).toBe(this.#destroyed.has(scope))
      await answer.close()
    }
    await this.#nothingKnownOpens()
    await this.#oldHeadersLetNobodyIn()
    for (const copy of this.#copies) await this.#opensWithTheSecretsOfItsTime(copy)
  }

  async #nothingKnownOpens(): Promise<void> {
    const way = { recoveryKey: this.#now.recovery.key }
    const snapshots = await readSnapshots(this.#folder, way)
    expect(snapshots.length).toBeGreaterThanOrEqual(2)
    for (const snapshot of snapshots) {
      expect(snapshot.parts.every((part) => keysIn(snapshot).some((key) => opensWith(key, part)))).toBe(true)
      for (const { scope } of snapshot.records.values()) expect(this.#destroyed.has(scope)).toBe(false)
      this.#known.openNothingIn(snapshot, { besides: this.#inherited })
    }
    for (const { scope } of (await readVault(this.#folder, way)).values())
      expect(this.#destroyed.has(scope)).toBe(false)
    for (const secret of this.#everySecret)
      if ('recoveryKey' in secret && !letsIn(this.#now, secret))
        await expect(readSnapshots(this.#folder, secret)).rejects.toThrow('no slot opens')
  }

  /** Puts the latest headers of earlier epochs in the place of the present ones, each in a copy of its own. */
  async #oldHeadersLetNobodyIn(): Promise<void> {
    for (const old of this.#oldHeaders.slice(-2)) {
      const folder = await newFolder()
      await cp(this.#folder, folder, { recursive: true })
      for (const name of (await readdir(folder)).filter((one) => one.startsWith('header-')))
        await writeFile(join(folder, name), old)
      for (const secret of this.#everySecret)
        if (!letsIn(this.#now, secret)) expect(await this.#open(secret, folder)).toHaveProperty('refused')
    }
  }

  async #opensWithTheSecretsOfItsTime({ path, holds, knownWhenRewritten }: Copy): Promise<void> {
    const bytes = await bytesOf(path)
    for (const secret of this.#everySecret) {
      const answer = await openBackupFile(path, secret, this.#kdfFor(secret))
      if (!letsIn(holds, secret)) {
        expect(answer).toEqual(refusalOf(secret))
        if ('recoveryKey' in secret) await expect(readBackup(bytes, secret)).rejects.toThrow('no slot opens')
        continue
      }
      if ('refused' in answer) throw new Error(`not opened: ${JSON.stringify(answer)}`)
      const held = [...answer.content.records.values()].map(({ id, scope, body }) => [id, { scope, body }])
      expect(Object.fromEntries(held)).toEqual(Object.fromEntries(holds.kept))
      answer.keyring.wipe()
    }
    const read = await readBackup(bytes, { recoveryKey: holds.recovery.key })
    expect([...read.records.keys()].sort()).toEqual([...holds.kept.keys()].sort())
    if (knownWhenRewritten) this.#known.openNothingIn(read, { upTo: knownWhenRewritten })
  }
}
