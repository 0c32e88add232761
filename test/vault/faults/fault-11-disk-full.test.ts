import { beforeAll, describe, expect, test, vi } from 'vitest'
import {
  contentOf,
  copyOf,
  FailingDisk,
  fill,
  look,
  newVault,
  opened,
  openSample,
  put,
  at,
  type Sample,
} from '../store-fixture.ts'
import {
  type BackedUp,
  backedUpTwice,
  fillWhileBackingUp,
  fillWhileRestoring,
  fillWhileRewriting,
} from './full-disk-backups.ts'
import {
  type CheapVault,
  cheapVault,
  fillAtEveryMoment,
  fillWhileCreating,
  fillWhileMending,
  operations,
} from './full-disk-operations.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

describe('fault 11: disk full after k bytes at every write step', () => {
  let vault: CheapVault
  let backups: BackedUp
  let sample: Sample
  beforeAll(async () => {
    vault = await cheapVault()
    backups = await backedUpTwice()
    sample = await newVault()
    await fill(sample, [put('a', 1)])
  })

  test.each(Object.entries(operations))(
    'in a %s: all is as before or as after, every secret as well, and what was answered is there',
    async (_name, operation) => {
      expect(await fillAtEveryMoment(vault, operation)).toBeGreaterThan(3)
    },
  )

  test('in the making of a vault: there is none, and nothing in the way of a second try', async () => {
    expect(await fillWhileCreating()).toBeGreaterThan(20)
  })

  test('in the mending of a vault: it opens for reading, and is mended once there is room', async () => {
    expect(await fillWhileMending(vault)).toBeGreaterThan(10)
  })

  test('in a backup: earlier ones stay, and what bears a backup’s name is whole', async () => {
    expect(await fillWhileBackingUp(backups)).toBeGreaterThan(5)
  })

  test('in the rewriting of backups after a destruction: each is of before or of after, and it says which', async () => {
    expect(await fillWhileRewriting(backups)).toBeGreaterThan(5)
  })

  test('in a restore: a whole vault or nothing, and nothing in the way of a second try', async () => {
    expect(await fillWhileRestoring(backups)).toBeGreaterThan(20)
  })

  test('after a failed fsync nothing more is promised until the vault is opened anew', async () => {
    const copy = await copyOf(sample)
    const disk = new FailingDisk()
    const store = opened(await openSample(copy, disk))
    const answered = contentOf(store)
    disk.syncFails = true
    await expect(store.commit([put('b', 2)], at)).rejects.toThrow('write-failed')
    disk.syncFails = false
    await expect(store.commit([put('c', 3)], at)).rejects.toThrow('write-failed')
    await store.close()
    const { content } = await look(copy)
    // Whether the unanswered commit reached the disk nobody can know; what was answered before it is there.
    expect({ ...content, b: undefined, stateNumber: answered.stateNumber }).toEqual(answered)
    expect(content).not.toHaveProperty('c')
  })

  test('a full disk does not keep the advisor from reading, only from writing', async () => {
    const copy = await copyOf(sample)
    const disk = new FailingDisk()
    const store = opened(await openSample(copy, disk))
    disk.room = disk.written + 50
    await expect(store.commit([put('b', 2)], at)).rejects.toThrow('disk-full')
    await expect(store.snapshot()).rejects.toThrow('disk-full')
    await store.close()
    for (const room of [0, 100, 400]) {
      disk.room = disk.written + room
      const again = opened(await openSample(copy, disk))
      expect(again.get('a')?.body).toBe(1)
      await expect(again.commit([put('b', 2)], at)).rejects.toThrow('disk-full')
      await again.close()
    }
    disk.room = Number.POSITIVE_INFINITY
    await fill(copy, [put('b', 2)])
  })
})
