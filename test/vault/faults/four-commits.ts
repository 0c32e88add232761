import { fill, look, newVault, put } from '../store-fixture.ts'
import { bytesIn, inMemory, type VaultInMemory } from './vault-in-memory.ts'

/** The journal of the vault that `fourCommits` makes: all four lie in it. */
export const journal = 'journal-0000000002'

/** A vault of four commits, to spoil their journal. */
export type FourCommits = {
  vault: VaultInMemory
  /** What was in the vault after each of its commits; the first is before any. */
  states: Record<string, unknown>[]
  /** Where each frame of the journal begins, and the last ends. */
  edges: number[]
}

export async function fourCommits(): Promise<FourCommits> {
  const sample = await newVault()
  const states = [(await look(sample)).content]
  const edges = [bytesIn(inMemory(sample), journal).length]
  for (const changes of [[put('a', 1)], [put('b', 2)], [put('a', 3), put('b', null)], [put('c', 4)]]) {
    states.push(await fill(sample, changes))
    edges.push(bytesIn(inMemory(sample), journal).length)
  }
  return { vault: inMemory(sample), states, edges }
}
