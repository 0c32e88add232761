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

/**
 * Lets the disk be full in everything that is written: at the moments around every write, and after every so many bytes
 * where `every` says how many of what is written, by its name in a sentence. Each is stopped at `least` moments or more.
 */
export function testDiskFullEverywhere(least: number, every: (what: string) => number | undefined): void {
  describe('fault 11: disk full after k bytes at every write step', () => {
    let vault: CheapVault
    let backups: BackedUp
    beforeAll(async () => {
      vault = await cheapVault()
      backups = await backedUpTwice()
    })

    test.each(Object.entries(operations))(
      'in a %s: all is as before or as after, every secret as well, and what was answered is there',
      async (name, operation) => {
        expect(await fillAtEveryMoment(vault, operation, every(name))).toBeGreaterThanOrEqual(least)
      },
    )

    test('in the making of a vault: there is none, and nothing in the way of a second try', async () => {
      expect(await fillWhileCreating(every('making'))).toBeGreaterThanOrEqual(least)
    })

    test('in the mending of a vault: it opens for reading, and is mended once there is room', async () => {
      expect(await fillWhileMending(vault, every('mending'))).toBeGreaterThanOrEqual(least)
    })

    test('in a backup: earlier ones stay, and what bears a backup’s name is whole', async () => {
      expect(await fillWhileBackingUp(backups, every('backup'))).toBeGreaterThanOrEqual(least)
    })

    test('in the rewriting of backups after a destruction: each is of before or of after, and it says which', async () => {
      expect(await fillWhileRewriting(backups, every('rewriting'))).toBeGreaterThanOrEqual(least)
    })

    test('in a restore: a whole vault or nothing, and nothing in the way of a second try', async () => {
      expect(await fillWhileRestoring(backups, every('restore'))).toBeGreaterThanOrEqual(least)
    })
  })
}
