import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { restoreBackup } from '../../electron/vault/store/backup/restore-backup.ts'
import { freeFolder, vaultNames } from '../../electron/vault/vault-folders.ts'
import { backedUp } from './backup/backup-fixture.ts'
import { at, fill, newFolder, newVault, noKdf, put, type Sample } from './store-fixture.ts'

let sample: Sample
let backup: string
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 'om terug te zetten')])
  backup = (await backedUp(sample)).path
}, 60_000)

const restoredIn = async (around: string): Promise<string[]> => {
  const folder = await freeFolder(join(around, 'kluis'))
  const secret = { recoveryKey: sample.recoveryKey }
  expect(await restoreBackup(backup, secret, folder, { kdf: noKdf, at })).not.toHaveProperty('refused')
  return vaultNames(join(around, 'kluis'))
}

describe('a backup is restored', () => {
  test('where there is nothing yet', async () => {
    expect(await restoredIn(await newFolder())).toEqual(['kluis'])
  })

  test('although a stray file lies where the vault was', async () => {
    const around = await newFolder()
    await mkdir(join(around, 'kluis'))
    await writeFile(join(around, 'kluis', '.DS_Store'), 'van het besturingssysteem')
    expect(await restoredIn(around)).toEqual(['kluis-2'])
  })

  test('beside the vault that is there, in a folder that is found again, whatever else has such a name', async () => {
    const around = await newFolder()
    await cp(sample.folder, join(around, 'kluis'), { recursive: true })
    await writeFile(join(around, 'kluis-2'), 'een bestand')
    await symlink(join(around, 'nergens'), join(around, 'kluis-3'))
    await mkdir(join(around, 'kluis-9999'))
    expect(await restoredIn(around)).toEqual(['kluis', 'kluis-4'])
    expect(await restoredIn(around)).toEqual(['kluis', 'kluis-4', 'kluis-5'])
  })
})
