import type { NextEpoch } from './next-epoch.ts'
import { buildSnapshot } from './snapshot.ts'
import { stateOf, type StoreState } from './store-state.ts'

/**
 * A vault at one moment: a whole snapshot of generation 0, which no folder uses, with header copy, keyring,
 * manifest and records all sealed; and in clear what it is of.
 */
export type Exported = {
  snapshot: Uint8Array
  headerBytes: Uint8Array
  /** Of the sealed records, in their order. */
  recordLengths: number[]
  state: StoreState
}

/**
 * Seals everything anew; of the keys nothing is outside what is sealed. It is `atLeast` bytes long, where it takes the
 * place of one that was.
 */
export function exportOf({ keyring, content, headerBytes }: NextEpoch, atLeast = 0): Exported {
  const { bytes, recordLengths } = buildSnapshot(content, 0, headerBytes, keyring, atLeast)
  const state = stateOf(keyring.vaultId, content)
  return { snapshot: bytes, headerBytes: headerBytes.slice(), recordLengths, state }
}
