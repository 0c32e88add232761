import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { differingRecords, drillBackup } from '../../../electron/vault/store/backup/drill-backup.ts'
import { restoreBackup } from '../../../electron/vault/store/backup/restore-backup.ts'
import { argon2id } from '../../../electron/vault/store/crypto/v1/kdf.ts'
import { openVault } from '../../../electron/vault/store/store.ts'
import {
  at,
  copyOf,
  fill,
  imageOf,
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
import { backedUp, backUp, orderOf } from './backup-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
let content: Record<string, unknown>
let backup: Awaited<ReturnType<typeof backedUp>>
beforeAll(async () => {
  sample = await newVault()
  const body = { tekst: 'é 🙂 \u0000', diep: [{ a: [1, null, false] }], lang: 'n'.repeat(150_000) }
  content = await fill(
    sample,
    [put('a', body), put('b', 'twee'), { ...put('c', 3, 'common'), schema: 7 }],
    [put('b', null), put('d', 4)],
  )
  backup = await backedUp(sample)
})

const means = { kdf: noKdf, at }
const withKey = () => ({ recoveryKey: sample.recoveryKey })
const empty = async () => join(await newFolder(), 'vault')
const restore = (folder: string, path = backup.path) => restoreBackup(path, withKey(), folder, means)

test('a backup restored on an empty machine with the recovery key alone equals the vault record by record', async () => {
  const folder = await empty()
  const restored = await restore(folder)
  const { stateNumber, head } = backup.facts
  expect(restored).toMatchObject({ state: { stateNumber, head }, records: 3, destroyedAgain: [] })
  const mine = opened(await openSample({ folder, ...withKey() }))
  const theirs = opened(await openSample(sample))
  expect(differingRecords(mine.all(), theirs.all())).toEqual([])
  expect(mine.get('c')).toEqual({ id: 'c', kind: 'note', scope: 'common', version: 1, schema: 7, body: 3 })
  expect(mine.state).toEqual(theirs.state)
  expect(mine.findings).toEqual([])
  await mine.commit([put('verder', 1)], at)
  await mine.close()
  await theirs.close()
  const reopened = opened(await openVault(folder, { passphrase }, { kdf: argon2id }))
  expect(reopened.get('verder')?.body).toBe(1)
  await reopened.close()
  expect(await look(sample)).toEqual({ content, findings: [] })
})

test('restoring with the passphrase derives its key once', async () => {
  let times = 0
  const folder = await empty()
  const restored = await restoreBackup(backup.path, { passphrase }, folder, {
    at,
    kdf: (...asked) => {
      times += 1
      return argon2id(...asked)
    },
  })
  expect([restored, times]).toEqual([expect.objectContaining({ records: 3 }), 1])
  expect((await look({ folder, ...withKey() })).content).toEqual(content)
})

test('a backup is never restored over anything: not over a vault, not into a folder that holds a file', async () => {
  const before = await imageOf(sample.folder)
  expect(await restore(sample.folder)).toEqual({ refused: 'folder-not-empty' })
  expect(await imageOf(sample.folder)).toEqual(before)
  const folder = await newFolder()
  await writeFile(join(folder, 'brief.txt'), 'blijft')
  expect(await restore(folder)).toEqual({ refused: 'folder-not-empty' })
  expect(await readdir(folder)).toEqual(['brief.txt'])
  await rm(join(folder, 'brief.txt'))
  expect(await restore(folder)).toMatchObject({ records: 3 })
})

test('a backup that is refused leaves nothing behind', async () => {
  const folder = await empty()
  const cut = join(await newFolder(), 'cut.luwte')
  await writeFile(cut, (await readFile(backup.path)).subarray(0, 5000))
  expect(await restore(folder, cut)).toEqual({ refused: 'damaged', fields: ['end'] })
  const other = await newVault()
  expect(await restoreBackup(backup.path, other, folder, means)).toMatchObject({
    refused: 'wrong-recovery-key',
  })
  expect(await readdir(join(folder, '..'))).toEqual([])
})

/** Destroys in a copy of the vault, and leaves a list of it in a folder of backups. */
async function destroyedIn(target: string, ...scopes: string[]): Promise<void> {
  const copy = await copyOf(sample)
  const store = opened(await openSample(copy))
  await store.destroyScopes(scopes, at)
  await store.close()
  await backUp(await orderOf(copy), target)
}

test('what was destroyed since is destroyed again when an old backup is restored on an empty machine', async () => {
  const old = await backedUp(sample)
  await destroyedIn(old.target, 'case:a', 'persons:weg')
  const folder = await empty()
  const restored = await restore(folder, old.path)
  expect(restored).toMatchObject({
    records: 2,
    destroyedAgain: ['case:a'],
    lists: [{ folder: old.target, list: 'whole' }],
  })
  const store = opened(await openSample({ folder, ...withKey() }))
  expect([...store.all()].map(({ id }) => id).sort()).toEqual(['c', 'd'])
  expect(store.findings).toEqual([])
  expect([store.isDestroyed('case:a'), store.isDestroyed('persons:weg')]).toEqual([true, true])
  await store.close()
  const again = await restore(await empty(), (await backedUp({ folder, ...withKey() })).path)
  expect(again).toMatchObject({ records: 2, destroyedAgain: [] })
})

test('a list on another stick counts too, and a list that is missing or broken is named', async () => {
  const old = await backedUp(sample)
  const other = await newFolder()
  await destroyedIn(other, 'case:d')
  await rm(join(old.target, 'destroyed.luwte'))
  const both = { ...means, otherTargets: [other] }
  expect(await restoreBackup(old.path, withKey(), await empty(), both)).toMatchObject({
    destroyedAgain: ['case:d'],
    lists: [
      { folder: old.target, list: 'missing' },
      { folder: other, list: 'whole' },
    ],
  })
  await writeFile(join(other, 'destroyed.luwte'), 'kapot')
  expect(await restoreBackup(old.path, withKey(), await empty(), both)).toMatchObject({
    destroyedAgain: [],
    lists: [{}, { folder: other, list: 'damaged' }],
  })
})

test('a drill opens the whole backup and leaves not a byte on the disk', async () => {
  const around = await newFolder()
  await mkdir(join(around, 'stick'))
  const path = join(around, 'stick', basename(backup.path))
  await writeFile(path, await readFile(backup.path))
  const before = await readdir(around, { recursive: true })
  const { stateNumber, head } = backup.facts
  expect(await drillBackup(path, withKey(), noKdf)).toEqual({
    stateNumber,
    head,
    records: 3,
    lastChangeAt: at,
  })
  expect(await readdir(around, { recursive: true })).toEqual(before)
})
