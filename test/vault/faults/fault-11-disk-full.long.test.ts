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

describe('fault 11: disk full after k bytes at every write step', () => {
  let vault: CheapVault
  let backups: BackedUp
  beforeAll(async () => {
    vault = await cheapVault()
    backups = await backedUpTwice()
  })

  test.each(Object.entries(operations))('after every single byte of a %s', async (_name, operation) => {
    expect(await fillAtEveryMoment(vault, operation, 'every byte')).toBeGreaterThan(1000)
  })

  test('after every single byte of the making and of the mending of a vault', async () => {
    expect(await fillWhileCreating('every byte')).toBeGreaterThan(10_000)
    expect(await fillWhileMending(vault, 'every byte')).toBeGreaterThan(10_000)
  })

  test('after every single byte of a backup, of the rewriting of backups and of a restore', async () => {
    expect(await fillWhileBackingUp(backups, 'every byte')).toBeGreaterThan(10_000)
    expect(await fillWhileRewriting(backups, 'every byte')).toBeGreaterThan(10_000)
    expect(await fillWhileRestoring(backups, 'every byte')).toBeGreaterThan(10_000)
  })
})
