import { type BackupExpectation, type BackupProof, proveBackup } from './store/backup/prove-backup.ts'
import type { BackupRefusal } from './store/backup/backup-refusal.ts'
import type { Drilled } from './store/backup/drill-backup.ts'
import { drillAsOrdered, type DrillOrder } from './store/backup/drill-order.ts'

/**
 * One proof, asked over the port that joins this process to the vault process. It holds the backup key and no other. What
 * is asked otherwise is a drill: then it opens the backup with the secret that came along, as an empty machine would.
 */
export interface ProofRequest {
  readonly path: string
  readonly backupKey: Uint8Array
  readonly expected: BackupExpectation
}

/** `failed`: the proof could not be made at all; never a reason with a value in it. */
export type ProofReply = BackupProof | Drilled | BackupRefusal | { readonly failed: true }

function answer(asked: ProofRequest | DrillOrder): Promise<ProofReply> {
  return 'expected' in asked
    ? proveBackup(asked.path, asked.backupKey, asked.expected)
    : drillAsOrdered(asked)
}

// What the operating system still holds of the file in this process's memory goes with it.
process.parentPort.once('message', ({ ports }) => {
  const [port] = ports
  if (port === undefined) process.exit(1)
  port.once('message', ({ data }) => {
    answer(data as ProofRequest | DrillOrder)
      .catch((): ProofReply => ({ failed: true }))
      .then((reply: ProofReply) => port.postMessage(reply))
      .catch(() => process.exit(1))
  })
  // The vault closes the port once it has the answer.
  port.once('close', () => process.exit(0))
  port.start()
})
