import { describe, test } from 'vitest'
import { killRenewals, killRounds } from './kill-rounds.ts'
import { newVault } from '../store-fixture.ts'

describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  test('a process killed at any moment, ten times over, loses nothing that it was told was saved', async () => {
    await killRounds(await newVault(), 10, Math.random)
  }, 120_000)

  test('a process killed at any moment of rotating and destroying, five times over, revives and loses nothing', async () => {
    await killRenewals(await newVault(), 5, Math.random)
  }, 120_000)
})
