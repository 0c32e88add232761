import { appendFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { StoreStopped } from '../../electron/vault/store/store.ts'
import {
  at,
  contentOf,
  copyOf,
  FailingDisk,
  fill,
  look,
  newest,
  newFolder,
  newVault,
  opened,
  openSample,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let sample: Sample
beforeAll(async () => {
  sample = await newVault()
  await fill(sample, [put('a', 'van vroeger')])
})

const ways: [string, (journal: string) => Promise<void>][] = [
  ['is deleted', (journal) => rm(journal)],
  ['is moved away', async (journal) => rename(journal, join(await newFolder(), 'journal'))],
  ['grows by what somebody else wrote', (journal) => appendFile(journal, 'x'.repeat(500))],
  ['is cut short', (journal) => truncate(journal, 120)],
  [
    'is exchanged for a copy of itself',
    async (journal) => {
      const bytes = await readFile(journal)
      await rename(journal, join(await newFolder(), 'journal'))
      await writeFile(journal, bytes)
    },
  ],
]

describe('the journal changes while the advisor works', () => {
  test.each(ways)('nothing that was saved is lost when it %s, and work goes on', async (_how, spoil) => {
    const vault = await copyOf(sample)
    const store = opened(await openSample(vault))
    for (let note = 1; note <= 5; note += 1) await store.commit([put(`b${note}`, 'van vanochtend')], at)
    const journal = await newest(vault.folder, 'journal')
    await spoil(journal)
    await store.commit([put('c', 'daarna')], at)
    await store.commit([put('d', 'en daarna')], at)
    const saved = contentOf(store)
    expect(Object.keys(saved)).toHaveLength(9)
    expect((await store.check()).parts.flatMap(({ findings }) => findings)).toEqual([])
    await store.close()
    expect(await look(vault)).toEqual({ content: saved, findings: [] })
  })

  test('what somebody made of it is never written on, and a copy of it is kept aside', async () => {
    const vault = await copyOf(sample)
    const store = opened(await openSample(vault))
    await store.commit([put('b', 1)], at)
    const journal = await newest(vault.folder, 'journal')
    await appendFile(journal, 'van een ander')
    const theirs = await readFile(journal)
    await store.commit([put('c', 2)], at)
    expect(store.findings).toEqual([{ finding: 'tampered', part: basename(journal) }])
    await store.close()
    const [aside = ''] = await readdir(join(vault.folder, 'aside'))
    expect(await readFile(join(vault.folder, 'aside', aside))).toEqual(theirs)
  })

  test('the snapshot kept before holds everything too, so that it can stand in for the newest', async () => {
    const vault = await copyOf(sample)
    const store = opened(await openSample(vault))
    await store.commit([put('b', 'van vanochtend')], at)
    await rm(await newest(vault.folder, 'journal'))
    await store.commit([put('c', 'daarna')], at)
    const saved = contentOf(store)
    await store.close()
    await writeFile(await newest(vault.folder, 'snapshot'), 'een kapotte sector')
    expect((await look(vault)).content).toEqual(saved)
  })

  test('without the lock, which says that nobody else writes here, the vault stops and can still be copied out', async () => {
    for (const lock of [undefined, '{"van": "een ander"}']) {
      const vault = await copyOf(sample)
      const store = opened(await openSample(vault))
      await store.commit([put('b', 1)], at)
      const journal = await newest(vault.folder, 'journal')
      await rm(journal)
      await rm(join(vault.folder, 'lock.json'))
      if (lock !== undefined) await writeFile(join(vault.folder, 'lock.json'), lock)
      await expect(store.commit([put('c', 2)], at)).rejects.toThrow('changed-outside')
      expect((await store.exportContent()).state.stateNumber).toBe(2)
      expect(await readdir(vault.folder)).not.toContain(basename(journal))
      await store.close()
    }
  })

  test('on a disk that is full by then the vault stops, and all that was saved is still there to be copied out', async () => {
    const vault = await copyOf(sample)
    const disk = new FailingDisk()
    const store = opened(await openSample(vault, disk))
    await store.commit([put('b', 1)], at)
    await rm(await newest(vault.folder, 'journal'))
    disk.room = disk.written
    await expect(store.commit([put('c', 2)], at)).rejects.toThrow(StoreStopped)
    expect((await store.exportContent()).state.stateNumber).toBe(2)
    expect(store.get('c')).toBeUndefined()
    await store.close()
  })
})
