import { join } from 'node:path'
import { expect } from 'vitest'
import {
  openVault,
  prepareVault,
  type Store,
  StoreStopped,
  type VaultRefusal,
} from '../../../electron/vault/store/store.ts'
import type { Disk } from '../../../electron/vault/store/disk.ts'
import { MemoryDisk } from '../memory-disk.ts'
import { quickKdf } from '../quick-kdf.ts'
import { at, contentOf, look, newFolder, opened, openSample, params, put } from '../store-fixture.ts'
import { type Full, FullDisk, momentsOf, type WriteStep } from './full-disk.ts'
import { namesOf } from './forged-files.ts'
import {
  bytesIn,
  copyInMemory,
  flipped,
  inMemory,
  type VaultInMemory,
  withChanged,
} from './vault-in-memory.ts'

/** A vault of a few records, with an emergency envelope; its passphrase costs nothing, for it is tried thousands of times. */
export type CheapVault = VaultInMemory & { passphrase: string; envelopeKey: string }

type Secret = { passphrase: string } | { recoveryKey: string }
/** Something that writes; the keys that it drew are said before they let anybody in. */
type Operation = (store: Store, vault: CheapVault, say: (drawn: string) => void) => Promise<unknown>

const later = '2026-11-21T08:00:00.000Z'
export const nextPassphrase = 'nieuwe woorden'

export async function cheapVault(): Promise<CheapVault> {
  const passphrase = 'oude woorden'
  const prepared = await prepareVault({ passphrase, kdf: quickKdf, params })
  prepared.confirm(prepared.recoveryKeyText)
  const folder = await newFolder()
  const recoveryKey = prepared.recoveryKeyText
  const store = opened(await prepared.write(folder))
  await store.commit([put('a', 1), put('namen', ['Proefpersoon A'], 'persons:a'), put('b', 2)], at)
  const envelopeKey = await drawn(store, 'envelope', () => undefined)
  await store.commit([put('a', 'laatst bewaard')], at)
  await store.close()
  return { ...inMemory({ folder, recoveryKey }), passphrase, envelopeKey }
}

async function drawn(
  store: Store,
  kind: 'recovery' | 'envelope',
  say: (drawn: string) => void,
): Promise<string> {
  const key = store.addRecoverySlot(kind)
  if ('refused' in key) throw new Error(key.refused)
  say(key.recoveryKeyText)
  expect(await key.confirm(key.recoveryKeyText, later)).toEqual({ confirmed: true })
  return key.recoveryKeyText
}

const changePassphrase: Operation = (store, { recoveryKey }) =>
  store.changePassphrase({
    current: { recoveryKey },
    passphrase: nextPassphrase,
    params,
    kdf: quickKdf,
    at: later,
  })

/** All that an open vault writes into its folder, by its name in a sentence. */
export const operations: Record<string, Operation> = {
  save: (store) => store.commit([put('a', 3), put('nieuw', 'x'.repeat(5000)), put('b', null)], later),
  snapshot: (store) => store.snapshot(),
  'change of passphrase': changePassphrase,
  rotation: (store) => store.rotate(later),
  'destruction of a case': (store) => store.destroyScopes(['case:a', 'persons:a'], later),
  'destruction of names': (store) => store.destroyScopes(['persons:a'], later),
  'making of an envelope': (store, _vault, say) => drawn(store, 'envelope', say),
  'revoking of the envelope': (store) => store.removeSlot(3, later),
  'making of a second recovery key': (store, _vault, say) => drawn(store, 'recovery', say),
}

/** What the vault holds and who may enter it, as somebody finds it who has room on the disk again. */
type Found = { content: Record<string, unknown>; enters: string[] }

const open = (vault: CheapVault, secret: Secret, disk: Disk): Promise<Store | VaultRefusal> =>
  openVault(vault.folder, secret, { kdf: quickKdf, disk })

/** Tries every secret that there may be, each in a copy; all that enter find the same, and nothing amiss. */
async function find(vault: CheapVault, keys: readonly string[]): Promise<Found> {
  const secrets: [string, Secret][] = [
    ['passphrase', { passphrase: vault.passphrase }],
    ['next passphrase', { passphrase: nextPassphrase }],
    ['recovery key', { recoveryKey: vault.recoveryKey }],
    ['envelope', { recoveryKey: vault.envelopeKey }],
    ...keys.map((recoveryKey, index): [string, Secret] => [`drawn key ${index + 1}`, { recoveryKey }]),
  ]
  const contents: Record<string, unknown>[] = []
  const enters: string[] = []
  for (const [name, secret] of secrets) {
    const answer = await open(vault, secret, vault.disk.copy())
    if ('refused' in answer) {
      expect(answer.refused).toMatch(/^wrong-(passphrase|recovery-key)$/)
      continue
    }
    expect(answer.findings).toEqual([])
    enters.push(name)
    contents.push(contentOf(answer))
    await answer.close()
  }
  const [content = {}] = contents
  for (const one of contents) expect(one).toEqual(content)
  return { content, enters }
}

const stopped = (error: unknown): 'disk-full' => {
  if (error instanceof StoreStopped && error.reason === 'disk-full') return 'disk-full'
  throw error
}

type Round = { found: Found; steps: readonly WriteStep[]; isDone: boolean }

/** Carries an operation out on a disk that is full at one moment; makes room, writes one note more, and looks. */
async function round(vault: CheapVault, operation: Operation, full?: Full): Promise<Round> {
  const copy = { ...vault, ...copyInMemory(vault) }
  const disk = new FullDisk(copy.disk)
  const store = opened(await open(copy, { recoveryKey: copy.recoveryKey }, disk))
  const keys: string[] = []
  disk.arm(full)
  const outcome = await operation(store, copy, (key) => keys.push(key)).then(() => 'done', stopped)
  const steps = [...disk.steps]
  // Whatever failed, what is open can still be read.
  expect([...store.all()].length).toBeGreaterThan(0)
  const left = { ...copy, disk: copy.disk.copy() }
  void left.disk.remove(join(copy.folder, 'lock.json'))
  disk.arm()
  const wroteOn = await store.commit([put('na', 'ruimte')], later).then(
    () => true,
    () => false,
  )
  await store.close()
  const isDone = outcome === 'done'
  if (isDone) expect(wroteOn).toBe(true)
  expect('na' in (await look(copy)).content).toBe(wroteOn)
  return { found: await find(left, keys), steps, isDone }
}

/** Lets the disk be full at every moment of an operation in turn; answers at how many moments it stopped. */
export async function fillAtEveryMoment(
  vault: CheapVault,
  operation: Operation,
  step?: number,
): Promise<number> {
  const before = await find(vault, [])
  const whole = await round(vault, operation)
  expect(whole.isDone).toBe(true)
  const ends = new Set<Found>()
  let stops = 0
  for (const full of momentsOf(whole.steps, step)) {
    const { found, isDone } = await round(vault, operation, full)
    const end = JSON.stringify(found) === JSON.stringify(before) ? before : whole.found
    expect(found, JSON.stringify(full)).toEqual(isDone ? whole.found : end)
    ends.add(end)
    if (!isDone) stops += 1
  }
  expect(ends.has(before)).toBe(true)
  return stops
}

/** The same for making a vault: until it is whole there is none, and a second try finds nothing in its way. */
export async function fillWhileCreating(step?: number): Promise<number> {
  const folder = '/kluis'
  const prepare = async () => {
    const prepared = await prepareVault({ passphrase: 'oude woorden', kdf: quickKdf, params })
    prepared.confirm(prepared.recoveryKeyText)
    return prepared
  }
  const roomy = new FullDisk(new MemoryDisk())
  await opened(await (await prepare()).write(folder, roomy)).close()
  let stops = 0
  for (const full of momentsOf(roomy.steps, step)) {
    const [memory, prepared] = [new MemoryDisk(), await prepare()]
    const disk = new FullDisk(memory)
    disk.arm(full)
    const made = await prepared.write(folder, disk).catch(stopped)
    if (made === 'disk-full') {
      stops += 1
      expect(memory.paths, JSON.stringify(full)).toEqual([])
      disk.arm()
      await opened(await prepared.write(folder, disk)).close()
    } else await opened(made).close()
    expect(await look({ folder, recoveryKey: prepared.recoveryKeyText, disk: memory })).toEqual({
      content: { stateNumber: 0 },
      findings: [],
    })
  }
  return stops
}

/** The lock of a process that ended with its computer, which whoever opens the vault takes over. */
async function withStaleLock(vault: CheapVault): Promise<CheapVault> {
  const copy = { ...vault, ...copyInMemory(vault) }
  const store = opened(await openSample(copy))
  const lock = JSON.parse(bytesIn(copy, 'lock.json').toString()) as Record<string, unknown>
  await store.close()
  const stale = Buffer.from(JSON.stringify({ ...lock, boot: 'een-eerdere-start' }))
  copy.disk.put(join(copy.folder, 'lock.json'), stale)
  return copy
}

/** The same for opening a vault that has to be mended: it opens all the same, for reading, and is mended later. */
export async function fillWhileMending(vault: CheapVault, step?: number): Promise<number> {
  const locked = await withStaleLock(vault)
  const spoilt = { ...locked, ...withChanged(locked, 'header-a', flipped(40)) }
  const journal = namesOf(spoilt, 'journal-').at(-1) ?? ''
  const torn = { ...spoilt, ...withChanged(spoilt, journal, (bytes) => bytes.subarray(0, bytes.length - 9)) }
  const secret = { recoveryKey: vault.recoveryKey }
  const mend = async (full?: Full) => {
    const copy = { ...torn, ...copyInMemory(torn) }
    const disk = new FullDisk(copy.disk)
    disk.arm(full)
    const store = opened(await open(copy, secret, disk))
    const { steps } = disk
    const read = { content: contentOf(store), findings: store.findings.map(({ part }) => part) }
    disk.arm()
    const isStopped = await store.commit([put('na', 'ruimte')], later).then(
      () => false,
      () => true,
    )
    await store.close()
    const again = await look(copy)
    expect('na' in again.content).toBe(!isStopped)
    const { na: _, ...content } = again.content
    const stateNumber = read.content.stateNumber
    expect({ ...content, stateNumber }).toEqual(read.content)
    expect((await look(copy)).findings).toEqual([])
    return { read, steps, isStopped }
  }
  const whole = await mend()
  expect([whole.isStopped, whole.read.findings]).toEqual([false, ['header-a']])
  let stops = 0
  for (const full of momentsOf(whole.steps, step)) {
    const { read, isStopped } = await mend(full)
    expect(read, JSON.stringify(full)).toEqual(whole.read)
    if (isStopped) stops += 1
  }
  return stops
}
