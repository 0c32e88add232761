import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fill, look, newVault, opened, openSample, put } from '../store-fixture.ts'
import { withRightSum } from './forged-files.ts'
import { type FourCommits, fourCommits, journal } from './four-commits.ts'
import { flipped, inMemory, type VaultInMemory, withChanged, without } from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const recordBytes = 4096 + 40

let vault: VaultInMemory
let states: FourCommits['states']
let edges: FourCommits['edges']
beforeAll(async () => {
  ;({ vault, states, edges } = await fourCommits())
})

const edge = (index: number): number => edges.at(index) ?? 0
const frame = (bytes: Buffer, number: number) => bytes.subarray(edge(number - 1), edge(number))

describe('fault 7: record missing or added', () => {
  test('a record taken out of a snapshot, repeated in it or added to it is noticed, and nothing is lost', async () => {
    const full = inMemory(await newVault())
    await fill(full, [put('a', 1), put('b', 2)])
    const store = opened(await openSample(full))
    await store.snapshot()
    await store.close()
    const newest = 'snapshot-0000000003'
    const content = await fill(full, [put('na', 1)])
    const arranged: [string, (records: Buffer[]) => Buffer[]][] = [
      ['the first taken out', ([, second = Buffer.alloc(0)]) => [second]],
      ['the last taken out', ([first = Buffer.alloc(0)]) => [first]],
      ['both taken out', () => []],
      ['one repeated', (records) => [...records, ...records.slice(0, 1)]],
      ['one added', (records) => [...records, Buffer.alloc(recordBytes, 7)]],
    ]
    for (const [what, arrange] of arranged) {
      const changed = withChanged(full, newest, (bytes) => {
        const start = bytes.length - 32 - 2 * recordBytes
        const middle = start + recordBytes
        const records = [bytes.subarray(start, middle), bytes.subarray(middle, middle + recordBytes)]
        return withRightSum(
          Buffer.concat([bytes.subarray(0, start), ...arrange(records), bytes.subarray(-32)]),
        )
      })
      expect(await look(changed), what).toEqual({ content, findings: [`tampered ${newest}`] })
    }
  })

  const arranged: [string, (bytes: Buffer) => Buffer[], string][] = [
    ['taken out', (b) => [b.subarray(0, edge(1)), b.subarray(edge(2))], 'missing state-2'],
    ['repeated', (b) => [b, frame(b, 2)], 'tampered state-2'],
    [
      'exchanged with the next',
      (b) => [b.subarray(0, edge(1)), frame(b, 3), frame(b, 2), b.subarray(edge(3))],
      'missing state-2',
    ],
  ]
  test.each(arranged)('an entry of the journal %s is noticed', async (_what, arrange, finding) => {
    const changed = withChanged(vault, journal, (bytes) => Buffer.concat(arrange(bytes)))
    expect((await look(changed)).findings).toContain(finding)
  })

  test('a journal whose beginning was spoiled still tells which entries were taken out', async () => {
    const changed = withChanged(vault, journal, (bytes) =>
      Buffer.concat([flipped(20)(bytes).subarray(0, edge(1)), bytes.subarray(edge(3))]),
    )
    expect((await look(changed)).findings).toEqual([`damaged ${journal}`, 'missing state-2-to-3'])
  })

  test('a journal that is gone is named, and the snapshot still opens', async () => {
    expect(await look(without(vault, journal))).toEqual({
      content: states[0],
      findings: [`missing ${journal}`],
    })
  })

  test('without its newest snapshot and journal the vault is one state of before, and says so only by its number', async () => {
    const store = opened(await openSample(vault))
    const { stateNumber } = store.state
    await store.snapshot()
    await store.close()
    await fill(vault, [put('later', 1)])
    const older = without(vault, 'snapshot-0000000003', 'journal-0000000003')
    const found = await look(older)
    expect(found.content).toMatchObject({ stateNumber })
    expect(found.content).not.toHaveProperty('later')
  })
})
