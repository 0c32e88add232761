import { readdir } from 'node:fs/promises'
import { beforeAll, expect, test, vi } from 'vitest'
import { argon2id, openVault, prepareVault, StoreStopped } from '../../electron/vault/store/store.ts'
import {
  at,
  contentOf,
  copyOf,
  FailingDisk,
  fill,
  look,
  newFolder,
  newVault,
  noKdf,
  opened,
  openSample,
  params,
  passphrase,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 1)])
})

const outcome = (work: Promise<unknown>): Promise<'done' | StoreStopped> =>
  work.then(
    () => 'done' as const,
    (error: unknown) => {
      if (error instanceof StoreStopped) return error
      throw error
    },
  )

test('a disk that is full after any number of bytes of a commit loses nothing that was answered', async () => {
  for (let room = 0; room < 6000; room += room < 100 ? 9 : 433) {
    const vault = await copyOf(sample)
    const disk = new FailingDisk()
    const store = opened(await openSample(vault, disk))
    await store.commit([put('b', 2)], at)
    const answered = contentOf(store)
    disk.room = disk.written + room
    const ended = await outcome(store.commit([put('a', 3), put('b', null)], at))
    if (ended === 'done') Object.assign(answered, contentOf(store), { b: undefined })
    else {
      expect(ended.reason).toBe('disk-full')
      expect(contentOf(store)).toEqual(answered)
      disk.room = Number.POSITIVE_INFINITY
      await expect(store.commit([put('c', 4)], at)).rejects.toThrow('disk-full')
      await expect(store.snapshot()).rejects.toThrow('disk-full')
    }
    await store.close()
    expect(await look(vault)).toEqual({ content: answered, findings: [] })
  }
})

test('a disk that is full at any point of a snapshot loses nothing, and the vault goes on', async () => {
  for (let room = 0; room < 16_000; room += 700) {
    const vault = await copyOf(sample)
    const disk = new FailingDisk()
    const store = opened(await openSample(vault, disk))
    disk.room = disk.written + room
    await outcome(store.snapshot())
    disk.room = Number.POSITIVE_INFINITY
    await store.commit([put('na', 1)], at)
    const answered = contentOf(store)
    await store.close()
    expect((await readdir(vault.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await look(vault)).toEqual({ content: answered, findings: [] })
  }
})

test('a disk that is full at any point of a change of passphrase leaves one that opens', async () => {
  const fast = new Uint8Array(32).fill(9)
  const before = (await look(sample)).content
  for (let room = 0; room < 34_000; room += room < 1200 ? 150 : 2100) {
    const vault = await copyOf(sample)
    const disk = new FailingDisk()
    const store = opened(await openSample(vault, disk))
    disk.room = disk.written + room
    const current = { recoveryKey: vault.recoveryKey }
    const kdf = () => Promise.resolve(fast.slice())
    const ended = await outcome(store.changePassphrase({ current, passphrase: 'nieuw', params, kdf, at }))
    await store.close()
    const withNew = await openVault(vault.folder, { passphrase: 'nieuw' }, { kdf })
    if (!('refused' in withNew)) await withNew.close()
    const isNew = !('refused' in withNew)
    if (ended === 'done') expect(isNew).toBe(true)
    const stateNumber = Number(before.stateNumber) + (isNew ? 1 : 0)
    expect(await look(vault)).toEqual({ content: { ...before, stateNumber }, findings: [] })
  }
})

test('after a failed fsync nothing more is promised until the vault is opened anew', async () => {
  const vault = await copyOf(sample)
  const disk = new FailingDisk()
  const store = opened(await openSample(vault, disk))
  const answered = contentOf(store)
  disk.syncFails = true
  await expect(store.commit([put('b', 2)], at)).rejects.toThrow('write-failed')
  disk.syncFails = false
  await expect(store.commit([put('c', 3)], at)).rejects.toThrow('write-failed')
  await store.close()
  const { content } = await look(vault)
  // Whether the unanswered commit reached the disk nobody can know; what was answered before it is there.
  expect({ ...content, b: undefined, stateNumber: answered.stateNumber }).toEqual(answered)
  expect(content).not.toHaveProperty('c')
})

test('a full disk does not keep the advisor from reading, only from writing', async () => {
  const vault = await copyOf(sample)
  const disk = new FailingDisk()
  const store = opened(await openSample(vault, disk))
  disk.room = disk.written + 50
  await expect(store.commit([put('b', 2)], at)).rejects.toThrow('disk-full')
  await store.close()
  for (const room of [0, 100, 400]) {
    disk.room = disk.written + room
    const again = opened(await openSample(vault, disk))
    expect(again.get('a')?.body).toBe(1)
    await expect(again.commit([put('b', 2)], at)).rejects.toThrow('disk-full')
    await again.close()
  }
  disk.room = Number.POSITIVE_INFINITY
  await fill(vault, [put('b', 2)])
})

test('a vault that could not be written whole leaves nothing in the way of a second try', async () => {
  const prepared = await prepareVault({ passphrase, kdf: argon2id, params })
  prepared.confirm(prepared.recoveryKeyText)
  const recoveryKey = prepared.recoveryKeyText
  for (const room of [0, 300, 1000, 8000, 9300, 9800, 14_000]) {
    const folder = await newFolder()
    const disk = new FailingDisk()
    disk.room = room
    await expect(prepared.write(folder, disk)).rejects.toThrow('disk-full')
    expect(await openVault(folder, { recoveryKey }, { kdf: noKdf })).toEqual({ refused: 'no-vault' })
    expect(await readdir(folder)).toEqual([])
  }
  const folder = await newFolder()
  await opened(await prepared.write(folder)).close()
  expect((await look({ folder, recoveryKey })).findings).toEqual([])
})
