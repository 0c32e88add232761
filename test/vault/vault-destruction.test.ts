import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { openExported, withoutDestroyed } from '../../electron/vault/store/store.ts'
import { crashEverywhere } from './crashing-disk.ts'
import { readSnapshots } from './second-reader.ts'
import {
  at,
  change,
  contentOf,
  copyOf,
  fill,
  flip,
  look,
  newVault,
  noKdf,
  opened,
  openSample,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const later = '2026-11-21T08:00:00.000Z'
const gone = ['case:weg', 'persons:weg']

let sample: Sample
let content: Record<string, unknown>
/** What is left once both scopes are destroyed. */
let left: Record<string, unknown>
beforeAll(async () => {
  sample = await newVault()
  content = await fill(sample, [put('a', 1), put('b', 2, 'case:weg')], [put('c', 3, 'persons:weg')])
  left = { a: content.a, stateNumber: Number(content.stateNumber) + 1 }
})

async function destroyed(vault: Sample): Promise<Sample> {
  const store = opened(await openSample(vault))
  await store.destroyScopes(gone, later)
  await store.close()
  return vault
}

test('what was destroyed is gone with its keys, from every file of the folder, and is remembered', async () => {
  const vault = await copyOf(sample)
  await change(join(vault.folder, 'header-a'), flip(40))
  const store = opened(await openSample(vault))
  expect(gone.map((scope) => store.isDestroyed(scope))).toEqual([false, false])
  await store.destroyScopes(gone, later)
  expect(contentOf(store)).toEqual(left)
  expect(gone.map((scope) => store.isDestroyed(scope))).toEqual([true, true])
  expect(store.isDestroyed('case:a')).toBe(false)
  expect(store.destroyedHashes()).toHaveLength(2)
  await store.close()
  expect(await look(vault)).toEqual({ content: left, findings: [] })
  expect(await readdir(join(vault.folder, 'aside'))).toEqual([])
  const snapshots = await readSnapshots(vault.folder, vault)
  expect(snapshots).toHaveLength(2)
  for (const read of snapshots) {
    expect([...read.records.keys()]).toEqual(['a'])
    expect(read.keys.size).toBe(1)
    expect(read.destroyed).toHaveLength(2)
  }
})

test('a destroyed scope takes no new records, and one that never was can be destroyed beforehand', async () => {
  const vault = await destroyed(await copyOf(sample))
  const store = opened(await openSample(vault))
  await expect(store.commit([put('b', 2, 'case:weg')], at)).rejects.toThrow('destroyed')
  await store.destroyScopes(['case:nooit'], later)
  await expect(store.commit([put('n', 2, 'case:nooit')], at)).rejects.toThrow('destroyed')
  await store.commit([put('b', 2, 'case:anders'), put('c', null, 'persons:weg')], at)
  expect(store.destroyedHashes()).toHaveLength(3)
  await store.destroyScopes(['case:nooit'], later)
  expect(store.destroyedHashes()).toHaveLength(3)
  await store.close()
})

test('cut off before any of its steps, a destruction was not begun or is finished at the next opening', async () => {
  const outcomes = new Set<string>()
  await crashEverywhere(
    sample,
    (store) => store.destroyScopes(gone, later),
    async (vault, finished) => {
      const found = await look(vault)
      expect(found.findings).toEqual([])
      const isGone = !('b' in found.content)
      if (finished) expect(isGone).toBe(true)
      expect(found.content).toEqual(isGone ? left : content)
      outcomes.add(String(isGone))
      for (const read of await readSnapshots(vault.folder, vault)) {
        expect(read.epoch).toBe(isGone ? 2 : 1)
        if (isGone) expect([...read.records.keys()]).toEqual(['a'])
      }
    },
  )
  expect([...outcomes]).toEqual(['false', 'true'])
})

test('files from before that somebody puts back do not bring back what was destroyed', async () => {
  const vault = await destroyed(await copyOf(sample))
  for (const name of ['snapshot-0000000001', 'snapshot-0000000002', 'journal-0000000002']) {
    await writeFile(join(vault.folder, name), await readFile(join(sample.folder, name)))
  }
  const found = await look(vault)
  expect(found.content).toEqual(left)
  const names = await readdir(vault.folder)
  expect(names).not.toContain('snapshot-0000000002')
  expect(names).not.toContain('journal-0000000002')
})

test('an old copy that is opened elsewhere is told what was destroyed since', async () => {
  const vault = await copyOf(sample)
  const secret = { recoveryKey: vault.recoveryKey }
  const store = opened(await openSample(vault))
  const old = await store.exportContent()
  await store.destroyScopes(gone, later)
  const hashes = store.destroyedHashes()
  await store.close()
  const copy = await openExported(old, secret, { kdf: noKdf })
  if ('refused' in copy) throw new Error(copy.refused)
  expect([...copy.content.records.keys()]).toEqual(['a', 'b', 'c'])
  const kept = withoutDestroyed(copy.content, (scope) => copy.isDestroyed(scope, hashes))
  expect([...kept.records.keys()]).toEqual(['a'])
  expect([...withoutDestroyed(copy.content, (scope) => copy.isDestroyed(scope, [])).records]).toHaveLength(3)
  copy.close()
})

test('a vault from an older copy that is given the hashes destroys again, and goes on remembering', async () => {
  const after = opened(await openSample(await destroyed(await copyOf(sample))))
  const hashes = after.destroyedHashes()
  await after.close()
  const restored = await copyOf(sample)
  const store = opened(await openSample(restored))
  await store.rememberDestroyed(hashes, later)
  expect(contentOf(store)).toEqual(left)
  expect(gone.map((scope) => store.isDestroyed(scope))).toEqual([true, true])
  await store.close()
  expect(await look(restored)).toEqual({ content: left, findings: [] })
})

test('another vault makes nothing of the hashes', async () => {
  const store = opened(await openSample(await destroyed(await copyOf(sample))))
  const hashes = store.destroyedHashes()
  await store.close()
  const other = await newVault()
  const before = await fill(other, [put('b', 2, 'case:weg')])
  const foreign = opened(await openSample(other))
  await foreign.rememberDestroyed(hashes, later)
  expect(foreign.isDestroyed('case:weg')).toBe(false)
  expect(contentOf(foreign).b).toEqual(before.b)
  await foreign.close()
})
