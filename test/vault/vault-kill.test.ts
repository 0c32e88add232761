import { test } from 'vitest'
import { killRounds } from './kill-rounds.ts'
import { newVault } from './store-fixture.ts'

test('a process killed at any moment, twenty times over, loses nothing that it was told was saved', async () => {
  await killRounds(await newVault(), 20, Math.random)
}, 120_000)
