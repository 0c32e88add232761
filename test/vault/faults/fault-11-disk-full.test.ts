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
import { testDiskFullEverywhere } from './disk-full-everywhere.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

testDiskFullEverywhere(4, () => undefined)

describe('fault 11: disk full, and afterwards', () => {
  let sample: Sample
  beforeAll(async () => {
    sample = await newVault()
    await fill(sample, [put('a', 1)])
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
