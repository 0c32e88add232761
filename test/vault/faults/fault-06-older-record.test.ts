import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fill, look, newVault, opened, openSample, put } from '../store-fixture.ts'
import { readSnapshot } from '../second-reader.ts'
import { withForged, withRightSum } from './forged-files.ts'
import { bytesIn, copyInMemory, inMemory, type VaultInMemory, withChanged } from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const recordBytes = 4096 + 40
const newest = 'snapshot-0000000004'

let vault: VaultInMemory
let content: Record<string, unknown>
/** The vault's two snapshots, before and after the record was changed. */
let snapshots: { older: Buffer; newer: Buffer }
beforeAll(async () => {
  const sample = await newVault()
  await fill(sample, [put('a', 'eerste lezing'), put('b', 'blijft')])
  const take = async () => {
    const store = opened(await openSample(sample))
    await store.snapshot()
    await store.close()
  }
  await take()
  await fill(sample, [put('a', 'tweede lezing')])
  await take()
  content = await fill(sample, [put('na', 1)])
  vault = inMemory(sample)
  snapshots = { older: bytesIn(vault, 'snapshot-0000000003'), newer: bytesIn(vault, newest) }
})

/** The sealed bytes of record `a` in a snapshot, and where they begin. */
async function sealedA(bytes: Buffer): Promise<{ sealed: Buffer; start: number }> {
  const { records } = await readSnapshot(new Uint8Array(bytes), vault)
  const place = [...records.keys()].indexOf('a')
  const start = bytes.length - 32 - (records.size - place) * recordBytes
  return { sealed: bytes.subarray(start, start + recordBytes), start }
}

describe('fault 6: one record replaced by its older self', () => {
  test('in the newest snapshot, with its checksum made right: named, and the present self is what is read', async () => {
    const { sealed } = await sealedA(snapshots.older)
    const { start, sealed: present } = await sealedA(snapshots.newer)
    expect(sealed.equals(present)).toBe(false)
    const replaced = withChanged(vault, newest, (bytes) => {
      bytes.set(sealed, start)
      return withRightSum(bytes)
    })
    expect(await look(replaced)).toEqual({ content, findings: [`tampered ${newest}`] })
  })

  test('the same under a manifest that vouches for it, by whoever holds every key but that of the case', async () => {
    const { sealed } = await sealedA(snapshots.older)
    const replaced = await withForged(vault, (lines) =>
      lines.map((line) => (line.id === 'a' ? { ...line, sealed: new Uint8Array(sealed) } : line)),
    )
    expect(await look(replaced)).toEqual({ content, findings: [`tampered ${newest}`] })
  })

  test('an entry of the journal put back over a later one of the same record is somebody’s work', async () => {
    const journal = 'journal-0000000004'
    const copy = copyInMemory(vault)
    const edges = [bytesIn(copy, journal).length]
    const kept: Record<string, unknown>[] = []
    for (const text of ['derde lezing', 'vierde lezing']) {
      kept.push(await fill(copy, [put('a', text)]))
      edges.push(bytesIn(copy, journal).length)
    }
    const [first = 0, second = 0, end = 0] = edges
    expect(end - second).toBe(second - first)
    const replaced = withChanged(copy, journal, (bytes) =>
      Buffer.concat([bytes.subarray(0, second), bytes.subarray(first, second)]),
    )
    const found = await look(replaced)
    expect(found.findings).toEqual([expect.stringMatching(/^tampered state-\d+$/)])
    expect(found.content).toMatchObject({ a: kept[0]?.a })
  })

  test('an older snapshot under the name of the newest is not taken for it, and nothing is lost', async () => {
    const replaced = withChanged(vault, newest, () => snapshots.older)
    expect(await look(replaced)).toEqual({ content, findings: [`tampered ${newest}`] })
  })
})
