import { expect, test } from 'vitest'
import { quickKdf, rememberingArgon2id } from './quick-kdf.ts'
import { playStories } from './secrets-property.ts'

test('a thousand stories of a vault, opened with the recovery key, end with exactly the current secrets', async () => {
  const taken = await playStories(1000, 25, { kdf: quickKdf, works: 'recoveryKey' })
  expect(taken.size).toBe(10)
})

test('and twenty, opened with passphrases that are as costly as they really are', async () => {
  const taken = await playStories(20, 14, { kdf: rememberingArgon2id(), works: 'passphrase' })
  expect(taken.get('commit')).toBeGreaterThan(0)
})
