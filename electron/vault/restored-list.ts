import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type Restored } from './store/backup/restore-backup.ts'

/**
 * How the lists of what was destroyed were found, all told: the worst of them, for what one list did not tell may be
 * back whatever another said.
 */
export function restoredList(lists: Restored['lists']): VaultAnswer<'vault.restore'>['destroyedList'] {
  const states = lists.map(({ list }) => list)
  if (states.some((state) => state !== 'whole' && state !== 'none' && state !== 'missing'))
    return 'unreadable'
  return states.every((state) => state === 'whole') ? 'whole' : 'missing'
}
