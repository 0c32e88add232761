import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { type Kdf, openVault } from '../../electron/vault/store/store.ts'
import { afterCrash, crashEverywhere, CrashingDisk } from './crashing-disk.ts'
import { readSnapshot, readSnapshots } from './second-reader.ts'
import {
  at,
  change,
  contentOf,
  copyOf,
  fill,
  flip,
  look,
  newVault,
  opened,
  openSample,
  params,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const later = '2026-11-21T08:00:00.000Z'
/** Derives at once; that passphrases differ is all that matters here. */
const fastKdf: Kdf = (passphrase) => Promise.resolve(new Uint8Array(32).fill(passphrase.length))

let sample: Sample
let content: Record<string, unknown>
beforeAll(async () => {
  sample = await newVault()
  content = await fill(sample, [put('a', 1), put('b', 2, 'case:weg')], [put('c', 3, 'persons:weg')])
})

const filesOf = async ({ folder }: Sample): Promise<string[]> => (await readdir(folder)).sort()
const read = async (vault: Sample, name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(vault.folder, name)))

/** The epochs of all snapshots, read by the second reader with the recovery key; there are at least two. */
async function epochsOf(vault: Sample): Promise<number[]> {
  const epochs = (await readSnapshots(vault.folder, vault)).map(({ epoch }) => epoch)
  expect(epochs.length).toBeGreaterThanOrEqual(2)
  return epochs
}

const raised = (before: Record<string, unknown>): Record<string, unknown> => ({
  ...before,
  stateNumber: Number(before.stateNumber) + 1,
})

test('a new epoch changes every key and no content, and no file of the old one is left', async () => {
  const vault = await copyOf(sample)
  const names = (await filesOf(vault)).filter((name) => name !== 'lock.json')
  const before = await readSnapshot(await read(vault, 'snapshot-0000000002'), vault)
  const store = opened(await openSample(vault))
  await store.snapshot()
  const old = await readSnapshot(await read(vault, 'snapshot-0000000003'), vault)
  const state = store.state
  const steps: [number, number][] = []
  await store.rotate(later, (done, of) => steps.push([done, of]))
  expect(steps).toEqual([0, 1, 2, 3, 4, 5].map((done) => [done, 5]))
  expect(contentOf(store)).toEqual(raised(content))
  expect(store.state).toMatchObject({ stateNumber: state.stateNumber + 1, lastChangeAt: later })
  expect(store.state.head).not.toBe(state.head)
  await store.commit([put('d', 4)], later)
  const filled = contentOf(store)
  await store.close()
  expect(await look(vault)).toEqual({ content: filled, findings: [] })
  const left = await filesOf(vault)
  for (const name of names.filter((one) => !one.startsWith('header'))) expect(left).not.toContain(name)
  const now = await readSnapshot(await read(vault, 'snapshot-0000000005'), vault)
  expect([before.epoch, old.epoch, now.epoch]).toEqual([1, 1, 2])
  const hex = (keys: Iterable<Uint8Array>) => [...keys].map((key) => Buffer.from(key).toString('hex'))
  const known = new Set(hex([old.vaultKey, ...old.keys.values()]))
  expect(old.keys.size).toBe(3)
  expect(hex([now.vaultKey, ...now.keys.values()]).filter((key) => known.has(key))).toEqual([])
  expect([...now.keys.keys()].filter((id) => old.keys.has(id))).toEqual([])
})

test('keyed hashes outlive every epoch', async () => {
  const store = opened(await openSample(await copyOf(sample)))
  const message = new Uint8Array([1, 2, 3])
  const hash = store.keyedHash('ledger', message)
  await store.rotate(later)
  expect(store.keyedHash('ledger', message)).toEqual(hash)
  await store.close()
})

test('cut off before any of its steps, a new epoch was not begun or is finished at the next opening', async () => {
  const seen = new Set<number>()
  const steps = await crashEverywhere(
    sample,
    (store) => store.rotate(later),
    async (left, finished) => {
      const { content: found, findings } = await look(left)
      expect(findings).toEqual([])
      const epochs = await epochsOf(left)
      expect(new Set(epochs).size).toBe(1)
      expect(found).toEqual(epochs[0] === 2 ? raised(content) : content)
      if (finished) expect(epochs[0]).toBe(2)
      seen.add(epochs[0] ?? 0)
      expect((await look(left)).findings).toEqual([])
      expect((await filesOf(left)).filter((name) => name.endsWith('.tmp'))).toEqual([])
      expect(await fill(left, [put('na', 1)])).toHaveProperty('na')
    },
  )
  expect([...seen]).toEqual([1, 2])
  expect(steps).toBeGreaterThan(15)
})

test('cut off before any of its steps, a change of passphrase leaves exactly one passphrase', async () => {
  const next = 'nieuwe woorden'
  const vault = await copyOf(sample)
  const store = opened(await openSample(vault))
  const current = { recoveryKey: vault.recoveryKey }
  const change = { current, params, kdf: fastKdf, at: later }
  await store.changePassphrase({ ...change, passphrase: 'oud' })
  await store.close()
  await crashEverywhere(
    vault,
    (one) => one.changePassphrase({ ...change, passphrase: next }),
    async (left, finished) => {
      const other = await afterCrash(left)
      const withNew = await openVault(left.folder, { passphrase: next }, { kdf: fastKdf })
      const withOld = await openVault(other.folder, { passphrase: 'oud' }, { kdf: fastKdf })
      expect(['refused' in withNew, 'refused' in withOld].filter(Boolean)).toHaveLength(1)
      if (finished) expect(withOld).toEqual({ refused: 'wrong-passphrase' })
      for (const one of [withNew, withOld]) {
        if ('refused' in one) expect(one).toEqual({ refused: 'wrong-passphrase' })
        else {
          expect(one.findings).toEqual([])
          await one.close()
        }
      }
      const isNew = !('refused' in withNew)
      const opens = isNew ? next : 'oud'
      const ended = await openVault(left.folder, { passphrase: opens }, { kdf: fastKdf })
      expect(opened(ended).findings).toEqual([])
      await opened(ended).close()
      expect(new Set(await epochsOf(isNew ? left : other)).size).toBe(1)
    },
  )
})

test('copies kept aside do not outlive their epoch', async () => {
  const vault = await copyOf(sample)
  await change(join(vault.folder, 'header-a'), flip(40))
  const store = opened(await openSample(vault))
  expect(await readdir(join(vault.folder, 'aside'))).toHaveLength(1)
  await store.rotate(later)
  expect(await readdir(join(vault.folder, 'aside'))).toEqual([])
  await store.close()
})

test('a new epoch that was cut off and then damaged gives the one before back whole', async () => {
  let tried = 0
  await crashEverywhere(
    sample,
    (store) => store.rotate(later),
    async (left, finished) => {
      const names = (await filesOf(left)).filter((name) => /^snapshot-\d+$/.test(name))
      if (finished || names.length !== 3 || names.includes('snapshot-0000000004')) return
      tried += 1
      await change(join(left.folder, 'snapshot-0000000003'), flip(2000))
      const found = await look(left)
      expect(found.content).toEqual(content)
      expect(found.findings).toContain('damaged snapshot-0000000003')
      expect((await look(left)).findings).toEqual([])
    },
  )
  expect(tried).toBeGreaterThan(0)
})

test('headers of the epoch before that somebody puts back are named, and the vault opens in its own', async () => {
  const vault = await copyOf(sample)
  const old = await read(vault, 'header-a')
  const store = opened(await openSample(vault))
  await store.rotate(later)
  await store.close()
  await writeFile(join(vault.folder, 'header-b'), old)
  expect(await look(vault)).toEqual({ content: raised(content), findings: ['tampered header-b'] })
  expect(await look(vault)).toEqual({ content: raised(content), findings: [] })
})

test('snapshots of the epoch before under headers of this one are noticed', async () => {
  const vault = await copyOf(sample)
  const before = await copyOf(sample)
  const store = opened(await openSample(vault))
  await store.rotate(later)
  await store.close()
  for (const name of ['header-a', 'header-b']) {
    await writeFile(join(before.folder, name), await read(vault, name))
  }
  expect(await look(before)).toEqual({ content, findings: ['damaged header-a', 'damaged header-b'] })
})

test('a forged header of a next epoch locks nobody out', async () => {
  const vault = await copyOf(sample)
  const other = await copyOf(sample)
  const store = opened(await openSample(other))
  await store.rotate(later)
  await store.close()
  const sodium = (await import('libsodium-wrappers-sumo')).default
  await writeFile(join(vault.folder, 'header-a'), await read(other, 'header-a'))
  await change(join(vault.folder, 'header-a'), (bytes) => {
    // Another commitment, so that no secret fits, and the checksum made right.
    for (let slot = 0; slot < 2; slot += 1) flip(80 + slot * 172 + 4)(bytes)
    const end = bytes.length - 32
    Buffer.from(sodium.crypto_generichash(32, bytes.subarray(0, end), null)).copy(bytes, end)
    return bytes
  })
  expect(await look(vault)).toEqual({ content, findings: ['tampered header-a'] })
})

test('a snapshot whose folder could not be synced is not written past', async () => {
  const vault = await copyOf(sample)
  const disk = new CrashingDisk()
  const store = opened(await openSample(vault, disk))
  await store.commit([put('d', 4)], at)
  const answered = contentOf(store)
  let syncs = 0
  disk.syncFolder = async () => {
    // The journal's rename is synced, that of the snapshot is not.
    if ((syncs += 1) === 2) throw Object.assign(new Error('input or output error'), { code: 'EIO' })
  }
  await expect(store.snapshot()).rejects.toThrow('write-failed')
  await expect(store.commit([put('e', 5)], at)).rejects.toThrow('write-failed')
  await store.close()
  expect(await look(vault)).toEqual({ content: answered, findings: [] })
})

test('a folder that is no file of the vault survives an epoch', async () => {
  const vault = await copyOf(sample)
  await mkdir(join(vault.folder, 'vreemde map'))
  const store = opened(await openSample(vault))
  await store.rotate(later)
  await store.close()
  expect(await filesOf(vault)).toContain('vreemde map')
  expect((await look(vault)).findings).toEqual([])
})

test('a new epoch is not called done while a file of the old one cannot be removed', async () => {
  const vault = await copyOf(sample)
  const disk = new CrashingDisk()
  const store = opened(await openSample(vault, disk))
  const { remove } = disk
  disk.remove = async (path) => {
    if (/(snapshot|journal)-000000000[12]$/.test(path))
      throw Object.assign(new Error('busy'), { code: 'EBUSY' })
    await remove(path)
  }
  await expect(store.rotate(later)).rejects.toThrow('write-failed')
  await expect(store.commit([put('d', 4)], later)).rejects.toThrow('write-failed')
  await store.close()
  expect(await filesOf(vault)).toContain('snapshot-0000000002')
  expect(await look(vault)).toEqual({ content: raised(content), findings: [] })
  expect(new Set(await epochsOf(vault))).toEqual(new Set([2]))
  expect((await filesOf(vault)).filter((name) => /000000000[12]$/.test(name))).toEqual([])
})
