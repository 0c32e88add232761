import { describe, test } from 'vitest'
import { filledAndBackedUp } from '../backup/backup-fixture.ts'
import { newVault, put } from '../store-fixture.ts'
import { cutAtEveryByte, extendAtEveryByte, flipEveryByte, forgeEveryByte } from './spoilt-backups.ts'

async function smallBackup() {
  const sample = await newVault()
  const { path } = await filledAndBackedUp(sample, [put('a', { text: 'een' }), put('b', ['twee', 2])])
  return { path, sample }
}

describe('fault 14: backup flipped, cut, extended', () => {
  test('a file flipped, cut or extended at each byte opens for nobody', async () => {
    const backup = await smallBackup()
    await flipEveryByte(backup, 1)
    await cutAtEveryByte(backup, 1)
    await extendAtEveryByte(backup, 1)
  })

  test('a file changed at each byte by somebody who makes every checksum right never opens', async () => {
    await forgeEveryByte(await smallBackup(), 1)
  })
})
