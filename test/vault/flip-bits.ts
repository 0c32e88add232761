import { randomInt } from 'node:crypto'
import { basename } from 'node:path'
import { expect } from 'vitest'
import { type Change, openVault } from '../../electron/vault/store/store.ts'
import { MemoryDisk } from './memory-disk.ts'
import { at, contentOf, newVault, noKdf, opened, openSample, put, type Sample } from './store-fixture.ts'

type Records = Record<string, unknown>

/** What a journal says of itself before its first entry, by the specification. */
const journalHeadBytes = 112

/** A vault at rest: a past epoch, records in its snapshots, and entries in the journals after both. */
export type FullVault = {
  readonly sample: Sample
  readonly disk: MemoryDisk
  /** What is in it. */
  readonly whole: Records
  /** What is left when one entry of the newest journal is lost, by the state of that entry. */
  readonly without: ReadonlyMap<string, Records>
}

/** Entries of the newest journal: changed, new and removed records, and a scope that only they know. */
const lastEntries: readonly Change[][] = [
  [put('a', 'gewijzigd'), put('nieuw', { in: 'een nieuwe map' })],
  [put('nieuw', { in: 'dezelfde map' }), put('b', null)],
  [put('lang', 'lange notitie '.repeat(500), 'case:a')],
  [put('a', 'laatste woord')],
]

export async function fullVault(): Promise<FullVault> {
  const sample = await newVault()
  const store = opened(await openSample(sample))
  await store.commit([put('a', 'eerste'), put('b', 2), put('c', ['drie', null])], at)
  await store.rotate(at)
  await store.commit([put('a', 'tweede'), put('d', { text: 'é'.repeat(3000) })], at)
  await store.snapshot()
  const states = [recordsOf(contentOf(store))]
  for (const changes of lastEntries) {
    await store.commit(changes, at)
    states.push(recordsOf(contentOf(store)))
  }
  const last = store.state.stateNumber
  await store.close()
  const without = lastEntries.map((_, lost) => {
    const state = last - lastEntries.length + 1 + lost
    return [`state-${state}`, replayWithout(states, lost)] as const
  })
  const disk = MemoryDisk.of(sample.folder)
  return { sample, disk, whole: states.at(-1) ?? {}, without: new Map(without) }
}

/** Each entry brings whole records; one that is the first in its scope also brings the key of all later ones in it. */
function replayWithout(states: readonly Records[], lost: number): Records {
  const records = { ...states[0] }
  const bringsKeyOf = (id: string): boolean =>
    !(id in (states[0] ?? {})) &&
    lastEntries.findIndex((changes) => changes.some((one) => one.id === id)) === lost
  lastEntries.forEach((changes, index) => {
    if (index === lost) return
    for (const { id, body, scope } of changes) {
      if (body === null) delete records[id]
      else if (!(scope === `case:${id}` && bringsKeyOf(id))) records[id] = states[index + 1]?.[id]
    }
  })
  return records
}

function recordsOf(content: Record<string, unknown>): Records {
  const { stateNumber: _, ...records } = content
  return records
}

async function look({ sample }: FullVault, disk: MemoryDisk): Promise<{ records: Records; named: string[] }> {
  const answer = await openVault(sample.folder, { recoveryKey: sample.recoveryKey }, { kdf: noKdf, disk })
  const store = opened(answer)
  const records = recordsOf(contentOf(store))
  const named = store.findings.map(({ finding, part }) => `${finding} ${part}`)
  await store.close()
  return { records, named }
}

/**
 * Turns single bits over, each in a copy of its own, and judges every opening: the part that was hit is named, nothing
 * is read that was not written, no more is lost than the one entry that was hit, and what was mended stays so.
 */
export async function flipBits(vault: FullVault, rounds: number): Promise<void> {
  const files = vault.disk.paths
  for (let round = 0; round < rounds; round += 1) {
    // File after file, or the headers, which are small, would hardly ever be hit.
    const path = files[round % files.length] ?? ''
    await judgeFlip(vault, path, randomInt(vault.disk.sizeOf(path) * 8))
  }
}

async function judgeFlip(vault: FullVault, path: string, bit: number): Promise<void> {
  const name = basename(path)
  const where = `bit ${bit} of ${name}`
  const newest = (kind: string): string | undefined =>
    vault.disk.paths
      .map((one) => basename(one))
      .filter((one) => one.startsWith(kind))
      .at(-1)
  const disk = vault.disk.copy()
  disk.flip(path, bit)

  if (name.startsWith('journal') && name !== newest('journal')) {
    // Nothing relies on it while the snapshot after it is whole: it is looked at when that one is not.
    expect(await look(vault, disk.copy()), where).toEqual({ records: vault.whole, named: [] })
    disk.flip(path.replace(name, newest('snapshot') ?? ''), 5000)
    const { named } = await look(vault, disk)
    expect(named.join(), where).toMatch(/damaged (journal-\d+|state-\d+)/)
    return
  }
  const { records, named } = await look(vault, disk)
  const [first = '', second = ''] = named
  if (first === `damaged ${name}` && second === '') {
    // The head of the last entry tells its own number: without it, the journal is what is named.
    const isEntry = name === newest('journal') && bit >= journalHeadBytes * 8
    const lastState = [...vault.without.values()].at(-1)
    expect(records, where).toEqual(isEntry ? lastState : vault.whole)
  } else {
    expect(name, where).toBe(newest('journal'))
    const lost = first === `damaged ${name}` ? second : first
    const part = /^(?:damaged|missing) (state-\d+)$/.exec(lost)?.[1] ?? lost
    expect([...vault.without.keys()], where).toContain(part)
    expect(records, where).toEqual(vault.without.get(part))
  }
  expect(await look(vault, disk), where).toEqual({ records, named: [] })
}
