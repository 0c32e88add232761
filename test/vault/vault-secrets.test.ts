import { test } from 'vitest'
import { argon2id } from '../../electron/vault/store/store.ts'
import { playStories, quickKdf } from './secrets-property.ts'

test('whatever was done in whatever order, everything opens with exactly the current secrets, nothing with a removed one', async () => {
  await playStories(40, quickKdf, 12)
}, 120_000)

test('the same holds with passphrases that are as costly as they really are', async () => {
  await playStories(1, argon2id, 3)
}, 120_000)
