import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openBackupFile } from '../../../electron/vault/store/backup/open-backup.ts'
import { expectationOf, proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { argon2id } from '../../../electron/vault/store/store.ts'
import { addBackupPlace } from '../../support/backup-place.ts'
import { newCaseload } from '../../support/new-caseload.ts'
import { backupsIn } from '../../support/told-in-backups.ts'
import {
  backedUp,
  backUp,
  changedCopy,
  filledAndBackedUp,
  made,
  orderOf,
  rightChecksums,
} from '../backup/backup-fixture.ts'
import {
  at,
  copyOf,
  imageOf,
  look,
  newFolder,
  newVault,
  noKdf,
  opened,
  openSample,
  params,
  passphrase,
  put,
  type Sample,
} from '../store-fixture.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: Sample
let older: Awaited<ReturnType<typeof filledAndBackedUp>>
let newer: typeof older
beforeAll(async () => {
  sample = await newVault()
  older = await filledAndBackedUp(sample, [put('a', 'eerst')])
  newer = await filledAndBackedUp(sample, [put('a', 'later'), put('b', 2)])
})

const proof = (path: string, { order }: Pick<typeof older, 'order'>) =>
  proveBackup(path, order.backupKey, expectationOf(order.snapshot, order.recordLengths))
const restore = (path: string, folder: string, secret = { recoveryKey: sample.recoveryKey }) =>
  restoreBackup(path, secret, folder, { kdf: noKdf, at })

describe('fault 15: backup of another vault, older, newer', () => {
  test('where one state is meant, a backup of another vault, an older and a newer one are each refused by name', async () => {
    const theirs = await backedUp(await newVault())
    expect(await proof(newer.path, newer)).toHaveProperty('proven', true)
    expect(await proof(theirs.path, newer)).toEqual({ refused: 'other-vault' })
    expect(await proof(older.path, newer)).toEqual({ refused: 'older-state' })
    expect(await proof(newer.path, older)).toEqual({ refused: 'newer-state' })
  })

  test('a backup of another vault opens with no secret of this one, and makes nothing', async () => {
    const theirs = await backedUp(await newVault())
    const around = await newFolder()
    expect(await restore(theirs.path, join(around, 'kluis'))).toEqual({
      refused: 'wrong-recovery-key',
      groups: [],
    })
    expect(await readdir(around)).toEqual([])
  })

  test('an older and a newer backup are restored beside the vault, each as it was, and the vault is not touched', async () => {
    const before = await imageOf(sample.folder)
    for (const { path, content } of [older, newer]) {
      const folder = join(await newFolder(), 'kluis')
      expect(await restore(path, folder)).toHaveProperty('records')
      const restored = { folder, recoveryKey: sample.recoveryKey }
      expect(await look(restored)).toEqual({ content, findings: [] })
      expect(await restore(newer.path, folder)).toEqual({ refused: 'folder-not-empty' })
      expect(await look(restored)).toEqual({ content, findings: [] })
    }
    expect(await imageOf(sample.folder)).toEqual(before)
  })

  test('an older backup opens with the passphrase of its time, and not with the one of today', async () => {
    const vault = await copyOf(sample)
    const store = opened(await openSample(vault))
    const current = { recoveryKey: vault.recoveryKey }
    const next = 'zes andere woorden sinds vandaag'
    await store.changePassphrase({ current, passphrase: next, params, kdf: argon2id, at })
    await store.close()
    const today = await backedUp(vault)
    const opensWith = async (path: string, secret: { passphrase: string }) => {
      const answer = await openBackupFile(path, secret, argon2id)
      if ('refused' in answer) return answer.refused
      answer.keyring.wipe()
      return 'opens'
    }
    expect(await opensWith(newer.path, { passphrase })).toBe('opens')
    expect(await opensWith(newer.path, { passphrase: next })).toBe('wrong-passphrase')
    expect(await opensWith(today.path, { passphrase: next })).toBe('opens')
    expect(await opensWith(today.path, { passphrase })).toBe('wrong-passphrase')
  })

  test('the beginning of another backup before this content is refused: each is bound to the other', async () => {
    const [bytes, other] = [await readFile(older.path), await readFile(newer.path)]
    const length = other.readUInt32LE(12)
    const joined = Buffer.concat([other.subarray(0, length), bytes.subarray(bytes.readUInt32LE(12))])
    joined.writeBigUInt64LE(bytes.readBigUInt64LE(48), 48)
    const path = await changedCopy(older.path, () => rightChecksums(joined))
    const answer = await openBackupFile(path, { recoveryKey: sample.recoveryKey }, noKdf)
    expect(answer).toEqual({ refused: 'tampered', fields: ['chunk-0'] })
  })

  test('a backup of another vault under this one’s name is never written over', async () => {
    const target = await newFolder()
    const { fileName } = made((await backUp(await orderOf(sample), target)).backup)
    const foreign = await backedUp(await newVault())
    const bytes = await readFile(foreign.path)
    const taken = join(await newFolder(), fileName)
    await writeFile(taken, bytes)
    expect((await backUp(await orderOf(sample), join(taken, '..'))).backup).toEqual({ refused: 'name-taken' })
    expect((await readFile(taken)).equals(bytes)).toBe(true)
  })

  test('an older backup under the name of the newest is no good drill, and no proven backup from then on', async () => {
    const vault = await newCaseload('2026-03-02')
    const { id, path } = await addBackupPlace(vault, 'stick')
    await vault.must('group.save', { id: null, name: 'Fantasia' })
    await vault.must('backup.run', {})
    const later = await vault.reopen('2026-03-03')
    await later.must('group.save', { id: null, name: 'Verzonnen' })
    await later.must('backup.run', {})
    const byNumber = (name: string) => Number(name.split('-')[2])
    const backups = (await backupsIn(path)).sort((a, b) => byNumber(a) - byNumber(b))
    const [early = '', newest = ''] = backups
    const secret = { recoveryKey: vault.recoveryKey }
    expect(await later.must('backup.drill', { id, secret })).toHaveProperty('records')
    await copyFile(join(path, early), join(path, newest))
    expect(await later.ask('backup.drill', { id, secret })).toEqual({ refused: 'older-state' })
    expect((await later.must('security.overview', {})).targets).toMatchObject([
      { backups: 1, lastProvenAt: '2026-03-02T12:00:00.000Z' },
    ])
    await later.discard()
  })
})
