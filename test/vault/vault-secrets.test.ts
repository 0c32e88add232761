import { expect, test } from 'vitest'
import { quickKdf, rememberingArgon2id } from './quick-kdf.ts'
import { playStories } from './secrets-property.ts'

test('whatever was done in whatever order, everything opens with exactly the current secrets, nothing with a removed one', async () => {
  const taken = await playStories(40, 15, { kdf: quickKdf, works: 'recoveryKey' })
  expect(taken.size).toBe(10)
}, 120_000)

test('the same holds with passphrases that are as costly as they really are', async () => {
  const taken = await playStories(1, 3, { kdf: rememberingArgon2id(), works: 'passphrase' })
  expect(taken.size).toBeGreaterThan(0)
}, 120_000)
