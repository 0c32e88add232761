import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type BackupRefusal, type TargetRefusal } from './store/backup/backup-refusal.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type StoreStopped, type VaultRefusal as StoreRefusal } from './store/store.ts'

/** The store's reason for not opening, as it crosses the port. */
export function refusalOfStore(refusal: StoreRefusal): VaultRefusal {
  switch (refusal.refused) {
    case 'wrong-recovery-key':
      return refuse('wrong-recovery-key', ...refusal.groups.map((group) => `group-${group}`))
    case 'newer-format':
    case 'damaged':
    case 'tampered':
      return refuse(refusal.refused, ...refusal.fields)
    case 'no-vault':
    case 'in-use':
    case 'wrong-passphrase':
    case 'vault-exists':
      return refuse(refusal.refused)
  }
}

/** Why the store takes no more changes, as it crosses the port. */
export function refusalOfStop(stopped: StoreStopped): VaultRefusal {
  return refuse(stopped.reason === 'closed' ? 'locked' : stopped.reason)
}

/** Why a backup or its folder is not used, as it crosses the port. */
export function refusalOfBackup(
  refusal: BackupRefusal | TargetRefusal | { refused: 'folder-not-empty' | 'not-restored' },
): VaultRefusal {
  switch (refusal.refused) {
    case 'wrong-recovery-key':
      return refuse('wrong-recovery-key', ...refusal.groups.map((group) => `group-${group}`))
    case 'damaged':
    case 'tampered':
      return refuse(refusal.refused, ...refusal.fields)
    case 'no-backup':
    case 'not-a-backup':
    case 'other-vault':
    case 'older-state':
    case 'newer-state':
    case 'wrong-passphrase':
    case 'newer-format':
    case 'target-missing':
    case 'disk-full':
    case 'no-permission':
    case 'name-taken':
    case 'write-failed':
    case 'destroyed-list-unusable':
    case 'folder-not-empty':
    case 'not-restored':
      return refuse(refusal.refused)
  }
}
