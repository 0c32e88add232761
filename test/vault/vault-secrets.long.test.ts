import { test } from 'vitest'
import { argon2id } from '../../electron/vault/store/store.ts'
import { playStories, quickKdf } from './secrets-property.ts'

test('two thousand stories of a vault end with exactly the current secrets', async () => {
  await playStories(2000, quickKdf, 25)
})

test('and twenty with passphrases that are as costly as they really are', async () => {
  await playStories(20, argon2id, 12)
})
