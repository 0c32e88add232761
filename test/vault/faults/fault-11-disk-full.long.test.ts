import { beforeAll, describe, expect, test } from 'vitest'
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

/** Every change of who may enter, and every destruction, writes what a rotation writes: that one goes byte by byte. */
const byteByByte = ['save', 'snapshot', 'rotation']

describe('fault 11: disk full after k bytes at every write step', () => {
  let vault: CheapVault
  let backups: BackedUp
  beforeAll(async () => {
    vault = await cheapVault()
    backups = await backedUpTwice()
  })

  test.each(Object.entries(operations))(
    'after so many bytes of a %s, one by one or by sixteens',
    async (name, operation) => {
      const step = byteByByte.includes(name) ? 1 : 16
      expect(await fillAtEveryMoment(vault, operation, step)).toBeGreaterThan(1000)
    },
  )

  test('after every sixteenth byte of the making and of the mending of a vault', async () => {
    expect(await fillWhileCreating(16)).toBeGreaterThan(1000)
    expect(await fillWhileMending(vault, 16)).toBeGreaterThan(1000)
  })

  test('after every single byte of a backup', async () => {
    expect(await fillWhileBackingUp(backups, 1)).toBeGreaterThan(10_000)
  })

  test('after every sixteenth byte of the rewriting of backups and of a restore', async () => {
    expect(await fillWhileRewriting(backups, 16)).toBeGreaterThan(1000)
    expect(await fillWhileRestoring(backups, 16)).toBeGreaterThan(1000)
  })
})
