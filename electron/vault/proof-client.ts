import type { MessagePortMain } from 'electron'
import type { FromVault } from '#shared/contracts/vault-process.ts'
import type { ProofReply, ProofRequest } from './proof.ts'
import { makeShortLivedClient } from './short-lived-client.ts'
import type { Drill, DrillOrder } from './store/backup/drill-order.ts'
import type { Prove } from './store/backup/prove-backup.ts'

/**
 * Proves and drills backups in processes of their own, one for each, which main starts when it is told `proof-wanted` and
 * joins to this one with a port (`arrived`). Rejects when that process fails or ends early.
 */
export function makeProofClient(tellMain: (message: FromVault) => void): {
  readonly prove: Prove
  readonly drill: Drill
  readonly arrived: (request: number, port: MessagePortMain) => void
} {
  const want = (request: number): void => tellMain({ tell: 'proof-wanted', request })
  const { ask, arrived } = makeShortLivedClient<ProofRequest | DrillOrder, ProofReply>(want)
  const prove: Prove = async (path, backupKey, expected) => {
    const reply = await ask({ path, backupKey, expected })
    if ('proven' in reply || 'refused' in reply) return reply
    throw new Error('The proof of a backup failed.')
  }
  const drill: Drill = async (order) => {
    const reply = await ask(order)
    if ('records' in reply || 'refused' in reply) return reply
    throw new Error('Opening a backup failed.')
  }
  return { prove, drill, arrived }
}
