import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fill, look, opened, openSample, put } from '../store-fixture.ts'
import { withRightFrame } from './forged-files.ts'
import { type FourCommits, fourCommits, journal } from './four-commits.ts'
import {
  bytesIn,
  copyInMemory,
  flipped,
  type VaultInMemory,
  withChanged,
  without,
} from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let vault: VaultInMemory
let states: FourCommits['states']
let frames: Buffer[]

beforeAll(async () => {
  const four = await fourCommits()
  ;({ vault, states } = four)
  frames = four.edges
    .slice(1)
    .map((end, index) => Buffer.from(bytesIn(vault, journal).subarray(four.edges[index], end)))
})

/** What opens when the journal holds just these frames, one after the other. */
const lookAt = (arranged: readonly Buffer[]) =>
  look(withChanged(vault, journal, (bytes) => Buffer.concat([bytes.subarray(0, 112), ...arranged])))

const frame = (sequence: number): Buffer => frames[sequence - 1] ?? Buffer.alloc(0)
const numbers = [1, 2, 3, 4]

/** The frames in order, with one more after the first few. */
const withOneMore = (more: Buffer, after: number): Buffer[] => frames.toSpliced(after, 0, more)

function ordersOf(sequences: readonly number[]): number[][] {
  if (sequences.length === 0) return [[]]
  return sequences.flatMap((first) =>
    ordersOf(sequences.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  )
}

describe('fault 13: journal cut at every byte; damaged middle', () => {
  test('an entry repeated anywhere after itself is named and undoes nothing', async () => {
    for (const again of numbers)
      for (let after = again; after <= 4; after += 1) {
        const { content, findings } = await lookAt(withOneMore(frame(again), after))
        expect(content, `${again} again after ${after}`).toEqual(states[4])
        expect(findings, `${again} again after ${after}`).toEqual([`tampered state-${again}`])
      }
  })

  test('entries in any other order are named, and what a later one removed or changed stays so', async () => {
    const [, ...others] = ordersOf(numbers)
    for (const order of others) {
      const late = order.filter((one, index) => order.slice(0, index).some((before) => before > one))
      const { content, findings } = await lookAt(order.map(frame))
      expect(content, order.join()).toEqual(states[4])
      expect(findings, order.join()).toEqual(
        late.sort().flatMap((one) => [`missing state-${one}`, `tampered state-${one}`]),
      )
    }
  })

  test('a spoilt copy of an entry, wherever it stands, does not take the place of the entry', async () => {
    for (const copied of numbers)
      for (const after of [0, ...numbers]) {
        const damaged = await lookAt(withOneMore(flipped(200)(frame(copied)), after))
        expect(damaged.content, `${copied} damaged after ${after}`).toEqual(states[4])
        expect(damaged.findings).toContain(`damaged state-${copied}`)
        const forged = await lookAt(withOneMore(withRightFrame(flipped(200)(frame(copied)), 0), after))
        expect(forged.content, `${copied} forged after ${after}`).toEqual(states[4])
        expect(forged.findings).toContain(`tampered state-${copied}`)
      }
  })

  test('an entry of the journal before, repeated in front of or behind the next one, is named and undoes nothing', async () => {
    const one = copyInMemory(vault)
    const store = opened(await openSample(one))
    await store.snapshot()
    await store.close()
    const full = await fill(one, [put('a', 5), put('c', null)], [put('d', 6)])
    const next = 'journal-0000000003'
    const edge = 112 + 80 + bytesIn(one, next).readUInt32LE(112 + 4)
    for (const again of numbers)
      for (const at of [112, edge, bytesIn(one, next).length]) {
        const spoilt = withChanged(one, next, (bytes) =>
          Buffer.concat([bytes.subarray(0, at), frame(again), bytes.subarray(at)]),
        )
        expect(await look(spoilt), `${again} at ${at}`).toEqual({
          content: full,
          findings: [`tampered state-${again}`],
        })
      }
    const newest = 'snapshot-0000000003'
    const first = bytesIn(one, next).subarray(112, edge)
    for (const more of [frame(4), first, flipped(200)(first)]) {
      const spoilt = withChanged(without(one, newest), journal, (bytes) => Buffer.concat([bytes, more]))
      const { content, findings } = await look(spoilt)
      expect(content).toEqual(full)
      expect(findings.length).toBeGreaterThan(0)
    }
  })

  test('an entry that is gone costs that entry, and is named, also where others are repeated', async () => {
    const { content, findings } = await lookAt([1, 1, 3, 3, 4, 1].map(frame))
    expect(content).toEqual(states[4])
    expect(findings).toContain('missing state-2')
    expect((await lookAt([1, 2, 2, 4, 1].map(frame))).findings).toContain('missing state-3')
  })
})
