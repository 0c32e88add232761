import { describe, test } from 'vitest'
import { killRenewals, killRounds } from './kill-rounds.ts'
import { newVault } from '../store-fixture.ts'

describe('fault 12: SIGKILL in save, snapshot, passphrase change, rotation, destruction, backup, restore', () => {
  test('a process killed at any moment, five hundred times over, loses nothing that it was told was saved', async () => {
    await killRounds(await newVault(), 500, Math.random)
  })

  test('a process killed at any moment of rotating and destroying, three hundred times, revives and loses nothing', async () => {
    await killRenewals(await newVault(), 300, Math.random)
  })
})
