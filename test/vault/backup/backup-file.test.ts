import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { expectationOf, proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { fill, newFolder, newVault, noKdf, passphrase, put, type Sample } from '../store-fixture.ts'
import { argon2id } from '../../../electron/vault/store/crypto/v1/kdf.ts'
import { backedUp, filledAndBackedUp } from './backup-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
let small: Awaited<ReturnType<typeof filledAndBackedUp>>
let large: typeof small
beforeAll(async () => {
  sample = await newVault()
  small = await filledAndBackedUp(sample, [put('a', { text: 'een' }), put('b', ['twee', 2])])
  large = await filledAndBackedUp(sample, [put('groot', 'x'.repeat(2_600_000))])
})

const proof = (path: string, { order } = small) =>
  proveBackup(path, order.backupKey, expectationOf(order.snapshot, order.recordLengths))
const drill = (path: string) => drillBackup(path, { recoveryKey: sample.recoveryKey }, noKdf)

test('a backup opens with the passphrase or the recovery key, and tells how far the vault was', async () => {
  const expected = { stateNumber: 1, head: small.facts.head, records: 2 }
  expect(await drill(small.path)).toMatchObject(expected)
  expect(await drillBackup(small.path, { passphrase }, argon2id)).toMatchObject(expected)
  expect(await proof(small.path)).toEqual({ proven: true, bytes: small.facts.bytes })
  expect(await proof(large.path, large)).toEqual({ proven: true, bytes: large.facts.bytes })
})

test('what is no backup, or is not there, is refused without being read whole', async () => {
  const document = join(await newFolder(), 'brief.luwte')
  await writeFile(document, '%PDF-1.7 fictief')
  expect(await proof(document)).toEqual({ refused: 'not-a-backup' })
  expect(await proof(await newFolder())).toEqual({ refused: 'not-a-backup' })
  expect(await proof(join(await newFolder(), 'weg.luwte'))).toEqual({ refused: 'no-backup' })
})

test('a record that is not the one that the vault holds is named by its number', async () => {
  const { order } = small
  const expected = expectationOf(order.snapshot, order.recordLengths)
  const second = expected.records[1]
  if (!second) throw new Error('no second record')
  const differs = {
    ...expected,
    records: [...expected.records.slice(0, 1), { ...second, hash: new Uint8Array(32) }],
  }
  expect(await proveBackup(small.path, order.backupKey, differs)).toEqual({
    refused: 'tampered',
    fields: ['record-1'],
  })
  const fewer = { ...expected, records: expected.records.slice(0, 1) }
  expect(await proveBackup(small.path, order.backupKey, fewer)).toEqual({
    refused: 'tampered',
    fields: ['record-1'],
  })
})

test('no word of what the vault holds stands in a backup or its name', async () => {
  await fill(sample, [put('merkteken-id', { text: 'merkteken-tekst' }, 'case:merkteken')])
  const { path } = await backedUp(sample)
  expect(path).toMatch(/luwte-[0-9a-f]{8}-\d+-2026-11-20\.luwte$/)
  expect((await readFile(path)).includes('merkteken')).toBe(false)
})
