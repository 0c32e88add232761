import { expect } from 'vitest'
import { contentOf, fill, look, newVault, opened, openSample, put, at } from '../store-fixture.ts'
import {
  bytesIn,
  copyInMemory,
  flipped,
  inMemory,
  type VaultInMemory,
  withChanged,
} from './vault-in-memory.ts'

/** A vault before and after its last write, with what is in it at either time. */
export type LastWrite = {
  file: string
  before: VaultInMemory
  after: VaultInMemory
  contentBefore: Record<string, unknown>
  contentAfter: Record<string, unknown>
}

async function vaultWithNotes(): Promise<VaultInMemory> {
  const sample = await newVault()
  await fill(sample, [put('a', 'blijft'), put('b', 'gaat weg')])
  return inMemory(sample)
}

/** Records the last write to a journal: one short entry. */
export async function lastEntry(): Promise<LastWrite> {
  const before = await vaultWithNotes()
  const after = copyInMemory(before)
  const contentBefore = (await look(before)).content
  const contentAfter = await fill(after, [put('b', null)])
  return { file: 'journal-0000000002', before, after, contentBefore, contentAfter }
}

/** Records the last write of a snapshot, whose name it has already, as when a disk keeps names before bytes. */
export async function lastSnapshot(): Promise<LastWrite> {
  const before = await vaultWithNotes()
  const after = copyInMemory(before)
  const store = opened(await openSample(after))
  await store.snapshot()
  const content = contentOf(store)
  await store.close()
  return { file: 'snapshot-0000000003', before, after, contentBefore: content, contentAfter: content }
}

/** Looks, looks once more, and goes on: what was mended stays so and takes changes. */
async function judge(
  vault: VaultInMemory,
  content: Record<string, unknown>,
  findings: string[],
  what: string,
): Promise<void> {
  const found = await look(vault)
  const stateNumber = findings.length > 0 ? found.content.stateNumber : content.stateNumber
  expect({ ...found, content: { ...found.content, stateNumber } }, what).toEqual({
    content: { ...content, stateNumber },
    findings,
  })
}

async function goesOn(vault: VaultInMemory, what: string): Promise<void> {
  const store = opened(await openSample(vault))
  expect(store.findings, what).toEqual([])
  await store.commit([put('verder', 1)], at)
  const content = contentOf(store)
  await store.close()
  expect(await look(vault), what).toEqual({ content, findings: [] })
}

/** Tears the last entry of a journal at every `step`-th byte: cut off there, flipped there, zeros from there on. */
export async function tearEntry(write: LastWrite, step: number): Promise<number> {
  const { file, before, after, contentBefore, contentAfter } = write
  const [start, end] = [bytesIn(before, file).length, bytesIn(after, file).length]
  const state = `state-${Number(contentAfter.stateNumber)}`
  let tried = 0
  for (let at = start; at < end; at += step) {
    const cut = withChanged(after, file, (bytes) => bytes.subarray(0, at))
    await judge(cut, contentBefore, [], `cut at ${at}`)
    if (at % 97 === 0) await goesOn(cut, `cut at ${at}`)

    // The number of the frame stands in its head: without it the journal is what is named.
    const named = at < start + 80 ? `damaged ${file}` : `damaged ${state}`
    await judge(withChanged(after, file, flipped(at)), contentBefore, [named], `flipped at ${at}`)

    const zeros = withChanged(after, file, (bytes) => bytes.fill(0, at))
    const { content, findings } = await look(zeros)
    expect({ ...content, stateNumber: 0 }, `zeros from ${at}`).toEqual({ ...contentBefore, stateNumber: 0 })
    expect(findings.join(), `zeros from ${at}`).toMatch(/^damaged (journal|state)-\d+$/)
    tried += 3
  }
  return tried
}

/** Tears a snapshot at every `step`-th byte, under its final name and under that of an unfinished file. */
export async function tearSnapshot(write: LastWrite, step: number): Promise<number> {
  const { file, before, after, contentAfter } = write
  const bytes = bytesIn(after, file)
  const named = [`damaged ${file}`]
  let tried = 0
  for (let at = 0; at < bytes.length; at += step) {
    const cut = withChanged(after, file, () => bytes.subarray(0, at))
    await judge(cut, contentAfter, named, `cut at ${at}`)
    if (at % 97 === 0) await goesOn(cut, `cut at ${at}`)
    await judge(withChanged(after, file, flipped(at)), contentAfter, named, `flipped at ${at}`)
    const unfinished = copyInMemory(before)
    unfinished.disk.put(`${before.folder}/${file}.tmp`, bytes.subarray(0, at))
    await judge(unfinished, contentAfter, [], `unfinished at ${at}`)
    expect(unfinished.disk.paths.filter((path) => path.endsWith('.tmp'))).toEqual([])
    tried += 3
  }
  return tried
}
