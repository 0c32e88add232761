import type { Content } from './content.ts'

/** Where a vault stands. */
export type StoreState = {
  vaultId: string
  /** One more with every commit and every new epoch; the anchor by which a rolled back vault is known. */
  stateNumber: number
  /** Hex of the hash of the last journal frame, or of what began the epoch. */
  head: string
  lastChangeAt: string | null
}

/** A vault's state as others see it. */
export function stateOf(vaultId: Uint8Array, content: Omit<Content, 'records'>): StoreState {
  const { stateNumber, head, lastChangeAt } = content
  return {
    vaultId: Buffer.from(vaultId).toString('hex'),
    stateNumber,
    head: Buffer.from(head).toString('hex'),
    lastChangeAt: lastChangeAt === '' ? null : lastChangeAt,
  }
}
