import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { compareWithAnchors, readAnchors } from '../../../electron/vault/store/backup/anchors.ts'
import { drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { expectationOf, proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { rewriteBackups } from '../../../electron/vault/store/backup/rewrite-backups.ts'
import { argon2id } from '../../../electron/vault/store/crypto/v1/kdf.ts'
import { nodeDisk } from '../../../electron/vault/store/node-disk.ts'
import {
  at,
  fill,
  look,
  newFolder,
  newVault,
  noKdf,
  opened,
  openSample,
  passphrase,
  put,
  type Sample,
} from '../store-fixture.ts'
import { backedUp, backUp, made, orderOf } from './backup-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
let before: Awaited<ReturnType<typeof backedUp>>
let destroyed: Uint8Array[]
beforeEach(async () => {
  sample = await newVault()
  await fill(sample, [put('weg', { tekst: 'vertrouwelijk' }), put('blijft', 2)])
  before = await backedUp(sample)
  const store = opened(await openSample(sample))
  await store.destroyScopes(['case:weg'], at)
  destroyed = store.destroyedHashes()
  await store.close()
})

const means = { disk: nodeDisk, prove: proveBackup, now: () => at, kdf: noKdf }
const rewrite = (given: Partial<typeof means> = {}) =>
  rewriteBackups(
    before.target,
    [before.facts.fileName],
    { secret: { recoveryKey: sample.recoveryKey }, destroyed },
    { ...means, ...given },
  )
const drill = (recoveryKey = sample.recoveryKey) => drillBackup(before.path, { recoveryKey }, noKdf)

test('a destroyed case goes from the backups within reach, which keep their names and open with the same secrets', async () => {
  expect(await drill()).toMatchObject({ records: 2 })
  const [one] = await rewrite()
  const { fileName, stateNumber, head } = before.facts
  expect(one).toMatchObject({ fileName, outcome: { fileName, stateNumber, head, provenAt: at } })
  expect(await drill()).toMatchObject({ records: 1, stateNumber, head })
  expect(await drillBackup(before.path, { passphrase }, argon2id)).toMatchObject({ records: 1 })
  const folder = join(await newFolder(), 'vault')
  await rm(join(before.target, 'destroyed.luwte'))
  await restoreBackup(before.path, { recoveryKey: sample.recoveryKey }, folder, { kdf: noKdf, at })
  const restored = { folder, recoveryKey: sample.recoveryKey }
  expect((await look(restored)).content).not.toHaveProperty('weg')
  const store = opened(await openSample(restored))
  expect([store.isDestroyed('case:weg'), store.get('blijft')?.body]).toEqual([true, 2])
  await store.close()
  expect(await rewrite()).toEqual([{ fileName, outcome: 'clean' }])
})

test('the backup key of before does not open a backup that was rewritten', async () => {
  const { order } = before
  await rewrite()
  const expected = expectationOf(order.snapshot, order.recordLengths)
  expect(await proveBackup(before.path, order.backupKey, expected)).toEqual({ refused: 'newer-state' })
  const sameEpoch = { ...expected, epoch: expected.epoch + 1 }
  expect(await proveBackup(before.path, order.backupKey, sameEpoch)).toEqual({
    refused: 'tampered',
    fields: ['chunk-0'],
  })
})

test('rewritten backups raise no alarm about a vault put back', async () => {
  await rewrite()
  const order = await orderOf(sample)
  made((await backUp(order, before.target)).backup)
  const store = opened(await openSample(sample))
  const { state } = store
  await store.close()
  const { anchors, refused } = await readAnchors(
    before.target,
    Buffer.from(state.vaultId, 'hex'),
    order.ledgerHash,
  )
  expect([anchors.length, refused, compareWithAnchors(state, anchors)]).toEqual([2, [], 'same'])
  const older = anchors.filter(({ stateNumber }) => stateNumber < state.stateNumber)
  expect(compareWithAnchors(state, older)).toBe('newer')
})

test('backups of another passphrase, gone or damaged ones are named and left as they are', async () => {
  const { target, facts } = before
  const answers = await rewriteBackups(
    target,
    [facts.fileName, facts.fileName.replace('-1-', '-9-'), 'destroyed.luwte'],
    { secret: { passphrase: 'van een andere tijd' }, destroyed },
    { ...means, kdf: argon2id },
  )
  expect(answers.map(({ outcome }) => outcome)).toEqual([
    { refused: 'wrong-passphrase' },
    { refused: 'no-backup' },
    { refused: 'not-a-backup' },
  ])
})
