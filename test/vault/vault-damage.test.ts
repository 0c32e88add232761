import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test, vi } from 'vitest'
import { scanFrames } from '../../electron/vault/store/crypto/v1/frame.ts'
import {
  change,
  contentOf,
  copyOf,
  fill,
  flip,
  imageOf,
  look,
  newest,
  newVault,
  opened,
  openSample,
  put,
  type Sample,
} from './store-fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let sample: Sample
/** What was in the vault after each of its four commits; the first is before any. */
const states: Record<string, unknown>[] = []
/** Where each frame of the journal begins, and the last ends. */
let edges: number[]
let journal: string

beforeAll(async () => {
  await sodium.ready
  sample = await newVault()
  states.push((await look(sample)).content)
  journal = await newest(sample.folder, 'journal')
  edges = [(await readFile(journal)).length]
  for (const changes of [[put('a', 1)], [put('b', 2)], [put('a', 3), put('b', null)], [put('c', 4)]]) {
    states.push(await fill(sample, changes))
    edges.push((await readFile(journal)).length)
  }
})

const inCopy = (vault: Sample, path: string): string =>
  join(vault.folder, path.slice(path.lastIndexOf('/') + 1))
const edge = (index: number): number => edges.at(index) ?? 0
const asideOf = async (vault: Sample): Promise<string[]> =>
  readdir(join(vault.folder, 'aside')).catch(() => [])

test('a journal cut anywhere in its last two frames loses the frame that was cut and nothing else', async () => {
  const from = edge(-3)
  for (let length = from; length <= edge(-1); length += length - from < 90 ? 4 : 211) {
    const vault = await copyOf(sample)
    await change(inCopy(vault, journal), (bytes) => bytes.subarray(0, length))
    const whole = edges.filter((end) => end <= length).length - 1
    expect(await look(vault)).toEqual({ content: states[whole], findings: [] })
    if (length % 7 !== 0) continue
    const more = await fill(vault, [put('d', 5)])
    expect(await look(vault)).toEqual({ content: more, findings: [] })
    expect(more).toMatchObject({ stateNumber: whole + 1 })
  }
})

test('cut at every single byte, a journal gives back its whole frames and at most one torn one', async () => {
  const bytes = new Uint8Array(await readFile(journal))
  for (let length = edge(0); length <= edge(-1); length += 1) {
    const pieces = [...scanFrames(bytes.subarray(0, length), edge(0))].map(({ found }) => found)
    const whole = edges.filter((end) => end <= length).length - 1
    const torn = edges.includes(length) ? [] : ['torn']
    expect(pieces.join()).toBe([...Array.from({ length: whole }, () => 'frame'), ...torn].join())
  }
})

test('a journal cut in its very beginning is named as damaged and the snapshot still opens', async () => {
  for (const length of [0, 50, 111]) {
    const vault = await copyOf(sample)
    await change(inCopy(vault, journal), (bytes) => bytes.subarray(0, length))
    expect(await look(vault)).toEqual({ content: states[0], findings: ['damaged journal-0000000002'] })
  }
})

test('a damaged entry in the middle is named and kept aside, and what came after it is saved', async () => {
  for (let offset = edge(1) + 80; offset < edge(2); offset += 311) {
    const vault = await copyOf(sample)
    const spoiled = inCopy(vault, journal)
    await change(spoiled, flip(offset))
    const bytes = await readFile(spoiled)
    const { content, findings } = await look(vault)
    expect(findings).toEqual(['damaged state-2'])
    expect(content).toEqual(states[4])
    const [aside = ''] = await asideOf(vault)
    expect(await readFile(join(vault.folder, 'aside', aside))).toEqual(bytes)
    expect((await look(vault)).findings).toEqual([])
  }
})

test('a flipped byte in the head of a frame is named, and the frames after it are found again', async () => {
  for (let offset = edge(1); offset < edge(1) + 80; offset += 3) {
    const vault = await copyOf(sample)
    await change(inCopy(vault, journal), flip(offset))
    const { content, findings } = await look(vault)
    expect(findings).toEqual(['damaged journal-0000000002', 'missing state-2'])
    expect(content).toEqual(states[4])
  }
})

test('a damaged last entry is named, and its number is not given out again', async () => {
  const vault = await copyOf(sample)
  await change(inCopy(vault, journal), flip(edge(-1) - 5))
  const store = opened(await openSample(vault))
  expect(store.findings).toEqual([{ finding: 'damaged', part: 'state-4' }])
  expect({ ...contentOf(store), stateNumber: 3 }).toEqual(states[3])
  expect(await store.commit([put('d', 5)], '2026-11-21T08:00:00.000Z')).toEqual({ stateNumber: 5 })
  await store.close()
  expect((await look(vault)).findings).toEqual([])
})

test('an entry whose loss takes the key of its scope with it names the records that cannot be read', async () => {
  const vault = await copyOf(sample)
  await fill(vault, [put('x', 1, 'case:x')], [put('y', 2, 'case:x'), put('z', 3, 'case:z')])
  await change(inCopy(vault, journal), flip(edge(-1) + 200))
  const { content, findings } = await look(vault)
  expect(findings).toEqual(['damaged state-5', 'damaged record-y'])
  expect(content).toHaveProperty('z')
  expect(content).not.toHaveProperty('x')
})

/** Sets both checksums of the frame at `start`, as somebody would who knows the format. */
function sumFrame(bytes: Buffer, start: number): void {
  const end = start + 80 + bytes.readUInt32LE(start + 4)
  Buffer.from(sodium.crypto_generichash(16, bytes.subarray(start + 80, end), null)).copy(bytes, start + 48)
  Buffer.from(sodium.crypto_generichash(16, bytes.subarray(start, start + 64), null)).copy(bytes, start + 64)
}

test('an entry changed with its checksums made right was changed by somebody, and is named so', async () => {
  const vault = await copyOf(sample)
  await change(inCopy(vault, journal), (bytes) => {
    flip(edge(1) + 300)(bytes)
    sumFrame(bytes, edge(1))
    return bytes
  })
  expect((await look(vault)).findings[0]).toBe('tampered state-2')
})

test('a length that pretends the journal ends here does not swallow the entries after it', async () => {
  const vault = await copyOf(sample)
  await change(inCopy(vault, journal), (bytes) => {
    bytes.writeUInt32LE(100_000, edge(1) + 4)
    Buffer.from(sodium.crypto_generichash(16, bytes.subarray(edge(1), edge(1) + 64), null)).copy(
      bytes,
      edge(1) + 64,
    )
    return bytes
  })
  const findings = ['damaged journal-0000000002', 'missing state-2']
  expect(await look(vault)).toEqual({ content: states[4], findings })
})

test('a journal whose beginning was spoiled still tells which entries were taken out', async () => {
  const vault = await copyOf(sample)
  await change(inCopy(vault, journal), (bytes) => {
    flip(20)(bytes)
    return Buffer.concat([bytes.subarray(0, edge(1)), bytes.subarray(edge(3))])
  })
  expect((await look(vault)).findings).toEqual(['damaged journal-0000000002', 'missing state-2-to-3'])
})

test('an entry taken out, repeated, exchanged or moved is noticed', async () => {
  const rearranged: [string, (bytes: Buffer) => Buffer[], string][] = [
    ['taken out', (b) => [b.subarray(0, edge(1)), b.subarray(edge(2))], 'missing state-2'],
    ['repeated', (b) => [b, b.subarray(edge(1), edge(2))], 'tampered state-2'],
    [
      'exchanged',
      (b) => [
        b.subarray(0, edge(1)),
        b.subarray(edge(2), edge(3)),
        b.subarray(edge(1), edge(2)),
        b.subarray(edge(3)),
      ],
      'missing state-2',
    ],
  ]
  for (const [, arrange, finding] of rearranged) {
    const vault = await copyOf(sample)
    await change(inCopy(vault, journal), (bytes) => Buffer.concat(arrange(bytes)))
    expect((await look(vault)).findings).toContain(finding)
  }
})

test('a history that was rolled back and written on differently does not continue the other one', async () => {
  const fork = await copyOf(sample)
  await change(inCopy(fork, journal), (bytes) => bytes.subarray(0, edge(2)))
  await fill(fork, [put('a', 'anders')], [put('a', 'nog anders')])
  const forked = await readFile(inCopy(fork, journal))
  const vault = await copyOf(sample)
  await change(inCopy(vault, journal), (bytes) =>
    Buffer.concat([bytes.subarray(0, edge(3)), forked.subarray(edge(3))]),
  )
  const { content, findings } = await look(vault)
  expect(findings).toEqual(['tampered state-4'])
  expect(content).toEqual({ ...states[3], stateNumber: expect.any(Number) as number })
})

test('a journal that is gone is named, and the snapshot still opens', async () => {
  const vault = await copyOf(sample)
  await rm(inCopy(vault, journal))
  expect(await look(vault)).toEqual({ content: states[0], findings: ['missing journal-0000000002'] })
})

test('a journal of another vault is not taken for this one', async () => {
  const vault = await copyOf(sample)
  const other = await newVault()
  await fill(other, [put('vreemd', 1)])
  await writeFile(inCopy(vault, journal), await readFile(inCopy(other, journal)))
  const { content, findings } = await look(vault)
  expect(findings).toContain('tampered journal-0000000002')
  expect(content).not.toHaveProperty('vreemd')
})

test('a flipped byte anywhere in the snapshot is named and the one before, with both journals, loses nothing', async () => {
  const full = await copyOf(sample)
  const store = opened(await openSample(full))
  await store.snapshot()
  await store.close()
  const content = await fill(full, [put('na', 1)])
  const path = await newest(full.folder, 'snapshot')
  const length = (await readFile(path)).length
  for (let offset = 0; offset < length; offset += offset < 80 ? 5 : 997) {
    const vault = await copyOf(full)
    await change(inCopy(vault, path), flip(offset))
    expect(await look(vault)).toEqual({ content, findings: ['damaged snapshot-0000000003'] })
    expect((await asideOf(vault)).join()).toContain('snapshot-0000000003')
    expect(await look(vault)).toEqual({ content, findings: [] })
  }
})

test('records exchanged inside a snapshot, with its checksum made right, are somebody’s work', async () => {
  const full = await copyOf(sample)
  const store = opened(await openSample(full))
  await store.snapshot()
  await store.close()
  await change(await newest(full.folder, 'snapshot'), (bytes) => {
    const size = 4096 + 40
    const [one, two] = [bytes.length - 32 - 2 * size, bytes.length - 32 - size]
    const first = Buffer.from(bytes.subarray(one, two))
    bytes.copy(bytes, one, two, two + size)
    first.copy(bytes, two)
    const end = bytes.length - 32
    Buffer.from(sodium.crypto_generichash(32, bytes.subarray(0, end), null)).copy(bytes, end)
    return bytes
  })
  expect(await look(full)).toEqual({ content: states[4], findings: ['tampered snapshot-0000000003'] })
})

test('a snapshot under another number is not taken for that one', async () => {
  const vault = await copyOf(sample)
  const bytes = await readFile(inCopy(vault, '/snapshot-0000000002'))
  await writeFile(inCopy(vault, '/snapshot-0000000009'), bytes)
  expect(await look(vault)).toEqual({ content: states[4], findings: ['tampered snapshot-0000000009'] })
})

test('with every snapshot damaged the vault is damaged, never empty, and nothing is touched', async () => {
  const vault = await copyOf(sample)
  for (const name of ['snapshot-0000000001', 'snapshot-0000000002']) {
    await change(join(vault.folder, name), flip(2000))
  }
  const before = await imageOf(vault.folder)
  expect(await openSample(vault)).toMatchObject({
    refused: 'damaged',
    fields: ['snapshot-0000000002', 'snapshot-0000000001'],
  })
  for (const name of ['snapshot-0000000001', 'snapshot-0000000002']) await rm(join(vault.folder, name))
  expect(await openSample(vault)).toMatchObject({ refused: 'damaged', fields: ['snapshot'] })
  expect(await imageOf(vault.folder)).toEqual(
    Object.fromEntries(Object.entries(before).filter(([name]) => !name.startsWith('snapshot'))),
  )
})

test('temporary files and a journal without its snapshot, left by a crash, do no harm', async () => {
  const vault = await copyOf(sample)
  const start = (await readFile(inCopy(vault, journal))).subarray(0, 112)
  await writeFile(join(vault.folder, 'snapshot-0000000003.tmp'), 'half')
  await writeFile(join(vault.folder, 'journal-0000000003'), start)
  await mkdir(join(vault.folder, 'vreemde map'))
  expect(await look(vault)).toEqual({ content: states[4], findings: [] })
  expect(await readdir(vault.folder)).not.toContain('snapshot-0000000003.tmp')
  const store = opened(await openSample(vault))
  await store.snapshot()
  await store.close()
  expect(await look(vault)).toEqual({ content: states[4], findings: [] })
})
