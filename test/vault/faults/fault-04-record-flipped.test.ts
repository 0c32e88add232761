import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fill, look, newVault, opened, openSample, put } from '../store-fixture.ts'
import { namesOf, withRightFrame, withRightSum } from './forged-files.ts'
import {
  bytesIn,
  filesOf,
  flipped,
  inMemory,
  type VaultInMemory,
  withChanged,
  without,
} from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** Each sealed record of these: 4096 bytes of padded text, a nonce and a tag. */
const recordBytes = 4096 + 40
const newest = 'snapshot-0000000003'

let vault: VaultInMemory
let content: Record<string, unknown>
/** Where the first of two records begins in the newest snapshot. */
let first: number
beforeAll(async () => {
  const sample = await newVault()
  await fill(sample, [put('a', 1), put('b', 2)])
  const store = opened(await openSample(sample))
  await store.snapshot()
  await store.close()
  content = await fill(sample, [put('na', 1)])
  vault = inMemory(sample)
  first = bytesIn(vault, newest).length - 32 - 2 * recordBytes
})

const cutAt = (size: number) => (bytes: Buffer) => bytes.subarray(0, size)

describe('fault 4: record flipped or truncated', () => {
  test('a record flipped at any of its bytes is named, and the snapshot before gives everything back', async () => {
    for (let offset = first; offset < first + recordBytes; offset += offset < first + 60 ? 1 : 7) {
      const one = withChanged(vault, newest, flipped(offset))
      expect(await look(one), `byte ${offset}`).toEqual({ content, findings: [`damaged ${newest}`] })
      if (offset % 50 === 0) expect(await look(one)).toEqual({ content, findings: [] })
    }
  })

  test('the same with every unkeyed checksum made right is somebody’s work, and is named so', async () => {
    for (let offset = first; offset < first + recordBytes; offset += 7) {
      const one = withChanged(vault, newest, (bytes) => withRightSum(flipped(offset)(bytes)))
      expect(await look(one), `byte ${offset}`).toEqual({ content, findings: [`tampered ${newest}`] })
    }
  })

  test('a flipped byte anywhere else in a snapshot is named too, and a copy is kept for whoever wants to look into it', async () => {
    for (let offset = 0; offset < first; offset += offset < 700 ? 1 : 97) {
      const one = withChanged(vault, newest, flipped(offset))
      const spoilt = bytesIn(one, newest)
      expect(await look(one), `byte ${offset}`).toEqual({ content, findings: [`damaged ${newest}`] })
      const [aside = ''] = namesOf(one, `aside/${newest}`)
      expect(bytesIn(one, aside).equals(spoilt)).toBe(true)
    }
  })

  test('a snapshot truncated anywhere in its records, also by somebody who mends its checksum, loses nothing', async () => {
    const length = bytesIn(vault, newest).length
    for (let size = first; size < length; size += size % recordBytes < 40 ? 1 : 89) {
      const torn = withChanged(vault, newest, cutAt(size))
      expect(await look(torn), `cut at ${size}`).toEqual({ content, findings: [`damaged ${newest}`] })
    }
    for (const records of [0, 1]) {
      const short = withChanged(vault, newest, (bytes) =>
        withRightSum(Buffer.concat([bytes.subarray(0, first + records * recordBytes), bytes.subarray(-32)])),
      )
      expect(await look(short)).toEqual({ content, findings: [`tampered ${newest}`] })
    }
  })

  test('a record in the journal, flipped with its checksums made right, is named by its state', async () => {
    for (let offset = 112 + 80; offset < bytesIn(vault, 'journal-0000000003').length; offset += 61) {
      const one = withChanged(vault, 'journal-0000000003', (bytes) =>
        withRightFrame(flipped(offset)(bytes), 112),
      )
      const found = await look(one)
      expect(found.findings, `byte ${offset}`).toEqual(['tampered state-2'])
      expect(found.content).toMatchObject({ a: content.a, b: content.b })
      expect(found.content).not.toHaveProperty('na')
    }
  })

  test('with a record of every snapshot flipped the vault is damaged, never empty, and nothing is touched', async () => {
    const both = ['snapshot-0000000002', newest].reduce(
      (one, name) => withChanged(one, name, flipped(bytesIn(one, name).length - 100)),
      vault,
    )
    const before = filesOf(both)
    expect(await openSample(both)).toMatchObject({
      refused: 'damaged',
      fields: [newest, 'snapshot-0000000002'],
    })
    expect(filesOf(both)).toEqual(before)
    const gone = without(both, newest, 'snapshot-0000000002')
    expect(await openSample(gone)).toMatchObject({ refused: 'damaged', fields: ['snapshot'] })
  })
})
