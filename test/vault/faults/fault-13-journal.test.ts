import { beforeAll, describe, expect, test, vi } from 'vitest'
import { scanFrames } from '../../../electron/vault/store/crypto/v1/frame.ts'
import { contentOf, fill, look, opened, openSample, put } from '../store-fixture.ts'
import { namesOf, withRightFrame, withRightFrameHead } from './forged-files.ts'
import { type FourCommits, fourCommits, journal } from './four-commits.ts'
import { lastEntry, lastSnapshot, tearEntry, tearSnapshot } from './torn-writes.ts'
import { bytesIn, copyInMemory, flipped, type VaultInMemory, withChanged } from './vault-in-memory.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let vault: VaultInMemory
let states: FourCommits['states']
let edges: FourCommits['edges']
beforeAll(async () => {
  ;({ vault, states, edges } = await fourCommits())
})

const edge = (index: number): number => edges.at(index) ?? 0
const cutAt = (size: number) => withChanged(vault, journal, (bytes) => bytes.subarray(0, size))

describe('fault 13: journal cut at every byte; damaged middle', () => {
  test('cut at every single byte, a journal gives back its whole frames and at most one torn one', () => {
    const bytes = new Uint8Array(bytesIn(vault, journal))
    for (let length = edge(0); length <= edge(-1); length += 1) {
      const pieces = [...scanFrames(bytes.subarray(0, length), edge(0))].map(({ found }) => found)
      const whole = edges.filter((end) => end <= length).length - 1
      const torn = edges.includes(length) ? [] : ['torn']
      expect(pieces.join()).toBe([...Array.from({ length: whole }, () => 'frame'), ...torn].join())
    }
  })

  test('cut anywhere, a vault loses the frame that was cut and nothing else, and goes on', async () => {
    for (let length = edge(0); length <= edge(-1); length += 31) {
      const one = cutAt(length)
      const whole = edges.filter((end) => end <= length).length - 1
      expect(await look(one), `cut at ${length}`).toEqual({ content: states[whole], findings: [] })
      if (length % 7 !== 0) continue
      const more = await fill(one, [put('d', 5)])
      expect(await look(one)).toEqual({ content: more, findings: [] })
      expect(more).toMatchObject({ stateNumber: whole + 1 })
    }
  })

  test('cut at every byte of its very beginning it is named as damaged and the snapshot still opens', async () => {
    for (let length = 0; length < 112; length += 1)
      expect(await look(cutAt(length))).toEqual({ content: states[0], findings: [`damaged ${journal}`] })
  })

  test('a damaged entry in the middle is named and kept aside, and what came after it is saved', async () => {
    for (let offset = edge(1) + 80; offset < edge(2); offset += 29) {
      const one = withChanged(vault, journal, flipped(offset))
      const spoilt = bytesIn(one, journal)
      expect(await look(one), `byte ${offset}`).toEqual({ content: states[4], findings: ['damaged state-2'] })
      const [aside = ''] = namesOf(one, `aside/${journal}`)
      expect(bytesIn(one, aside).equals(spoilt)).toBe(true)
      expect((await look(one)).findings).toEqual([])
    }
  })

  test('a flipped byte in the head of a frame is named, and the frames after it are found again', async () => {
    for (let offset = edge(1); offset < edge(1) + 80; offset += 1) {
      const { content, findings } = await look(withChanged(vault, journal, flipped(offset)))
      expect(findings, `byte ${offset}`).toEqual([`damaged ${journal}`, 'missing state-2'])
      expect(content, `byte ${offset}`).toEqual(states[4])
    }
  })

  test('a damaged last entry is named, and its number is not given out again', async () => {
    const one = withChanged(vault, journal, flipped(edge(-1) - 5))
    const store = opened(await openSample(one))
    expect(store.findings).toEqual([{ finding: 'damaged', part: 'state-4' }])
    expect({ ...contentOf(store), stateNumber: 3 }).toEqual(states[3])
    expect(await store.commit([put('d', 5)], '2026-11-21T08:00:00.000Z')).toEqual({ stateNumber: 5 })
    await store.close()
    expect((await look(one)).findings).toEqual([])
  })

  test('an entry whose loss takes the key of its scope with it names the records that cannot be read', async () => {
    const one = copyInMemory(vault)
    await fill(one, [put('x', 1, 'case:x')], [put('y', 2, 'case:x'), put('z', 3, 'case:z')])
    const { content, findings } = await look(withChanged(one, journal, flipped(edge(-1) + 200)))
    expect(findings).toEqual(['damaged state-5', 'damaged record-y'])
    expect(content).toHaveProperty('z')
    expect(content).not.toHaveProperty('x')
  })

  test('an entry changed with its checksums made right was changed by somebody, and is named so', async () => {
    const one = withChanged(vault, journal, (bytes) => withRightFrame(flipped(edge(1) + 300)(bytes), edge(1)))
    expect((await look(one)).findings[0]).toBe('tampered state-2')
  })

  test('a length that pretends the journal ends here does not swallow the entries after it', async () => {
    const one = withChanged(vault, journal, (bytes) => {
      bytes.writeUInt32LE(100_000, edge(1) + 4)
      return withRightFrameHead(bytes, edge(1))
    })
    expect(await look(one)).toEqual({
      content: states[4],
      findings: [`damaged ${journal}`, 'missing state-2'],
    })
  })

  test('every prefix and every byte of the last entry, torn, flipped or zeros, costs that entry alone', async () => {
    expect(await tearEntry(await lastEntry(), 3)).toBeGreaterThan(1000)
  })

  test('a snapshot torn anywhere in its last write costs nothing', async () => {
    expect(await tearSnapshot(await lastSnapshot(), 61)).toBeGreaterThan(500)
  })

  test('temporary files and a journal without its snapshot, left by a crash, do no harm', async () => {
    const one = copyInMemory(vault)
    one.disk.put(`${one.folder}/snapshot-0000000003.tmp`, Buffer.from('half'))
    one.disk.put(`${one.folder}/journal-0000000003`, bytesIn(vault, journal).subarray(0, 112))
    expect(await look(one)).toEqual({ content: states[4], findings: [] })
    expect(namesOf(one, 'snapshot-')).not.toContain('snapshot-0000000003.tmp')
    const store = opened(await openSample(one))
    await store.snapshot()
    await store.close()
    expect(await look(one)).toEqual({ content: states[4], findings: [] })
  })
})
