import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { type Exported, openExported } from '../../electron/vault/store/store.ts'
import { readSnapshot } from './second-reader.ts'
import {
  contentOf,
  copyOf,
  FailingDisk,
  fill,
  newFolder,
  newVault,
  noKdf,
  opened,
  openSample,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const later = '2026-11-21T08:00:00.000Z'

let sample: Sample
let exported: Exported
let content: Record<string, unknown>
beforeAll(async () => {
  sample = await newVault()
  content = await fill(sample, [put('a', { text: 'Proefpersoon A' }), put('b', 'x'.repeat(9000))])
  const store = opened(await openSample(sample))
  exported = await store.exportContent()
  await store.close()
})

const secretOf = ({ recoveryKey }: Sample) => ({ recoveryKey })

test('what was exported opens with the secret alone and holds everything', async () => {
  const copy = await openExported(exported, secretOf(sample), { kdf: noKdf })
  if ('refused' in copy) throw new Error(copy.refused)
  const { stateNumber, ...records } = content
  expect(copy.state).toEqual(exported.state)
  expect(copy.state.stateNumber).toBe(stateNumber)
  expect(Object.fromEntries([...copy.content.records].map(([id, { body }]) => [id, { body }]))).toMatchObject(
    Object.fromEntries(
      Object.entries(records).map(([id, one]) => [id, { body: (one as { body: unknown }).body }]),
    ),
  )
  expect(copy.openedWith).toEqual({ slot: 2, kind: 'recovery' })
  copy.close()
  expect([...(await readSnapshot(exported.snapshot, sample)).records.keys()]).toEqual(['a', 'b'])
  expect(exported.recordLengths).toEqual([4096 + 40, 12_288 + 40])
})

test('an export neither writes to the folder nor ends what can be written', async () => {
  const vault = await copyOf(sample)
  const store = opened(await openSample(vault))
  const before = await store.exportContent()
  await store.commit([put('c', 3)], later)
  const after = await store.exportContent()
  expect(after.state.stateNumber).toBe(before.state.stateNumber + 1)
  expect(contentOf(store)).toHaveProperty('c')
  await store.close()
})

test('a process that never had the vault open opens an export', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'snapshot'), exported.snapshot)
  await writeFile(join(folder, 'header'), exported.headerBytes)
  const program = join(import.meta.dirname, 'open-export-elsewhere.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, sample.recoveryKey], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  await once(child, 'close')
  expect(said).toBe(`2 records, state ${exported.state.stateNumber}\n`)
})

test('a wrong key, a flipped byte, a missing end and another vault’s header are each called by name', async () => {
  const other = await newVault()
  expect(await openExported(exported, secretOf(other), { kdf: noKdf })).toEqual({
    refused: 'wrong-recovery-key',
    groups: [],
  })
  const flipped = exported.snapshot.slice()
  flipped[3000] = (flipped[3000] ?? 0) ^ 1
  const cut = exported.snapshot.subarray(0, -1)
  for (const snapshot of [flipped, cut]) {
    expect(await openExported({ ...exported, snapshot }, secretOf(sample), { kdf: noKdf })).toMatchObject({
      refused: 'damaged',
      fields: ['snapshot'],
    })
  }
  const store = opened(await openSample(other))
  const { headerBytes } = await store.exportContent()
  await store.close()
  expect(await openExported({ ...exported, headerBytes }, secretOf(other), { kdf: noKdf })).toMatchObject({
    refused: 'tampered',
    fields: ['snapshot'],
  })
  const damagedHeader = exported.headerBytes.subarray(0, -1)
  expect(
    await openExported({ ...exported, headerBytes: damagedHeader }, secretOf(sample), { kdf: noKdf }),
  ).toMatchObject({ refused: 'damaged', fields: ['header'] })
})

test('an export of an earlier epoch opens with the secrets of its time, also beside a later header', async () => {
  const vault = await copyOf(sample)
  const store = opened(await openSample(vault))
  const early = await store.exportContent()
  await store.rotate(later)
  const late = await store.exportContent()
  await store.close()
  expect(await openExported(early, secretOf(vault), { kdf: noKdf })).toHaveProperty('epoch', 1)
  expect(await openExported(late, secretOf(vault), { kdf: noKdf })).toHaveProperty('epoch', 2)
  const mixed = { snapshot: early.snapshot, headerBytes: late.headerBytes }
  expect(await openExported(mixed, secretOf(vault), { kdf: noKdf })).toHaveProperty('refused', 'tampered')
})

test('the backup key that was lent is wiped when it was used, and is another in every epoch', async () => {
  const store = opened(await openSample(await copyOf(sample)))
  let kept: Uint8Array | undefined
  const lend = () =>
    store.lendBackupKey((key) => {
      kept = key
      return Promise.resolve(Buffer.from(key).toString('hex'))
    })
  const first = await lend()
  expect(kept).toEqual(new Uint8Array(32))
  expect(await lend()).toBe(first)
  await store.rotate(later)
  expect(await lend()).not.toBe(first)
  await expect(store.lendBackupKey(() => Promise.reject(new Error('de schijf is vol')))).rejects.toThrow(
    'vol',
  )
  await store.close()
})

test('a disk that is full does not keep anybody from saving elsewhere, and a closed vault gives nothing', async () => {
  const disk = new FailingDisk()
  const store = opened(await openSample(await copyOf(sample), disk))
  disk.room = disk.written
  await expect(store.commit([put('c', 3)], later)).rejects.toThrow('disk-full')
  const { state, snapshot } = await store.exportContent()
  expect(state).toEqual(exported.state)
  expect([...(await readSnapshot(snapshot, sample)).records.keys()]).toEqual(['a', 'b'])
  await store.close()
  await expect(store.exportContent()).rejects.toThrow('closed')
  await expect(store.lendBackupKey(() => Promise.resolve(1))).rejects.toThrow('wiped')
})
