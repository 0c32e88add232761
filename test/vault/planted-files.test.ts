import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { frameHash, scanFrames } from '../../electron/vault/store/crypto/v1/frame.ts'
import {
  encodeJournalHead,
  journalHeadBytes,
  parseJournalHead,
} from '../../electron/vault/store/crypto/v1/journal-head.ts'
import {
  at,
  contentOf,
  copyOf,
  fill,
  look,
  newest,
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

const namesIn = async ({ folder }: Sample): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^(snapshot|journal)/.test(name)).sort()

/** What somebody puts there who has read how journals begin and has no key: it goes on where the newest ends. */
async function journalThatGoesOn({ folder }: Sample, generation: number): Promise<Buffer> {
  const bytes = new Uint8Array(await readFile(await newest(folder, 'journal')))
  const parsed = parseJournalHead(bytes)
  const last = [...scanFrames(bytes, journalHeadBytes)].at(-1)
  if (parsed.found !== 'journal' || last?.found !== 'frame') throw new Error('no journal with an entry')
  const { sequence } = last.head
  const head = { ...parsed.head, generation, stateNumber: sequence, head: frameHash(last.frame) }
  return Buffer.concat([encodeJournalHead(head), Buffer.from('L')])
}

const rubbish = () => Promise.resolve(Buffer.from('x'))
type Plant = (vault: Sample) => Promise<Buffer>
const planted: [string, Plant][] = [
  ['snapshot-9999999999', rubbish],
  ['journal-9999999999', rubbish],
  ['snapshot-4294967295', rubbish],
  ['journal-4294967295', rubbish],
  ['journal-4294967294', (vault) => journalThatGoesOn(vault, 4_294_967_294)],
  ['journal-4294967295', (vault) => journalThatGoesOn(vault, 4_294_967_295)],
  ['journal-0000000009', (vault) => journalThatGoesOn(vault, 9)],
]

describe('a file that somebody planted in the folder of the vault', () => {
  test.each(planted)('%s is named at the next opening, kept aside and gone after it', async (name, plant) => {
    const vault = await copyOf(sample)
    const { content } = await look(vault)
    const bytes = await plant(vault)
    await writeFile(join(vault.folder, name), bytes)
    const found = await look(vault)
    expect(found.content).toEqual(content)
    expect(found.findings).toEqual([expect.stringMatching(`^(damaged|tampered) ${name}$`)])
    expect(await namesIn(vault)).not.toContain(name)
    const [aside = ''] = await readdir(join(vault.folder, 'aside'))
    expect(aside).toContain(name)
    expect(await readFile(join(vault.folder, 'aside', aside))).toEqual(bytes)
    expect(await look(vault)).toEqual({ content, findings: [] })
  })

  const next: [string, Plant] = ['journal-0000000003', (vault) => journalThatGoesOn(vault, 3)]
  test.each([...planted, next])('%s costs nothing of what is saved after it', async (name, plant) => {
    const vault = await copyOf(sample)
    await writeFile(join(vault.folder, name), await plant(vault))
    const saved = await fill(vault, [put('b', 'daarna bewaard')])
    expect(saved).toHaveProperty('b')
    expect(await look(vault)).toEqual({ content: saved, findings: [] })
  })

  test.each(planted)(
    '%s does not break the vault at a new passphrase or a destruction',
    async (name, plant) => {
      const vault = await copyOf(sample)
      await writeFile(join(vault.folder, name), await plant(vault))
      const store = opened(await openSample(vault))
      await store.commit([put('b', 'daarna bewaard')], at)
      // Once more, while the vault is open.
      await writeFile(join(vault.folder, name), await plant(vault).catch(rubbish))
      await store.rotate(at)
      const kept = contentOf(store)
      await store.close()
      expect((await look(vault)).content).toEqual(kept)
      expect(await look(vault)).toEqual({ content: kept, findings: [] })
    },
  )

  test.each(planted)('%s does not make the whole check throw good files away', async (name, plant) => {
    const vault = await copyOf(sample)
    await writeFile(join(vault.folder, name), await plant(vault))
    const store = opened(await openSample(vault))
    await writeFile(join(vault.folder, name), await plant(vault).catch(rubbish))
    await writeFile(join(vault.folder, 'header-b'), 'x')
    expect(await store.check()).toHaveProperty('mended', true)
    await store.snapshot()
    const kept = contentOf(store)
    await store.close()
    expect((await look(vault)).content).toEqual(kept)
  })

  test('entries in a journal after one that is gone are still saved, and the gap is named', async () => {
    const vault = await copyOf(sample)
    const store = opened(await openSample(vault))
    await store.commit([put('b', 'in het tweede journaal')], at)
    await store.close()
    const bytes = new Uint8Array(await readFile(await newest(vault.folder, 'journal')))
    const [, second] = [...scanFrames(bytes, journalHeadBytes)]
    const parsed = parseJournalHead(bytes)
    if (parsed.found !== 'journal' || second?.found !== 'frame') throw new Error('no second entry')
    const { sequence, previous } = second.head
    const head = { ...parsed.head, generation: 4_294_967_294, stateNumber: sequence - 1, head: previous }
    const moved = Buffer.concat([encodeJournalHead(head), second.frame])
    await writeFile(join(vault.folder, 'journal-4294967294'), moved)
    const first = bytes.subarray(0, bytes.length - second.frame.length)
    await writeFile(join(vault.folder, 'journal-0000000002'), first)
    const found = await look(vault)
    expect(found.content).toHaveProperty('b')
    expect(found.findings).toEqual(['missing journal-0000000003'])
    expect((await namesIn(vault)).join(' ')).not.toContain('4294967294')
    expect(await look(vault)).toEqual({ content: found.content, findings: [] })
  })
})
