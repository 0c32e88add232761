/**
 * Something that was not as it was left, noticed while opening. `damaged`: a checksum does not fit, as after a
 * bad sector. `tampered`: the checksum fits and the seal does not, which no accident does. `missing`: it is gone.
 * `part` names a file, or states of a journal (`state-57`), or a record by its id.
 */
export type Finding = { finding: 'damaged' | 'tampered' | 'missing'; part: string }

/** Why a vault did not open; never mixed up, and none of them leaves or makes anything new on the disk. */
export type VaultRefusal =
  | { refused: 'no-vault' | 'in-use' | 'wrong-passphrase' | 'vault-exists' }
  | { refused: 'wrong-recovery-key'; groups: number[] }
  | { refused: 'newer-format'; format: number; fields: string[] }
  | { refused: 'damaged' | 'tampered'; fields: string[]; findings: Finding[] }

/** A refusal that names the parts concerned. */
export function refuseFor(refused: 'damaged' | 'tampered', findings: Finding[]): VaultRefusal {
  return { refused, fields: findings.map(({ part }) => part), findings }
}

/**
 * Writing stopped: nothing of the change was promised, everything answered before is on the disk. The store
 * takes no more changes until it is opened anew, because after a failed fsync nobody knows what the disk holds.
 */
export class StoreStopped extends Error {
  readonly reason: 'disk-full' | 'write-failed' | 'changed-outside' | 'in-use' | 'closed'

  constructor(reason: StoreStopped['reason'], cause?: unknown) {
    super(`the vault stopped: ${reason}`, { cause })
    this.reason = reason
  }
}

/** Why the system would not write. */
export function stopReason(error: unknown): 'disk-full' | 'write-failed' {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'write-failed'
}
