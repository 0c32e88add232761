import { test } from 'vitest'
import { flipBits, fullVault } from './flip-bits.ts'

test('of ten thousand bits of a vault, whichever is turned over is noticed and named, and no word is read wrongly', async () => {
  await flipBits(await fullVault(), 10_000)
})
