import { type Intention, put } from './caseload.ts'
import { type Target, type TargetRound } from './safekeeping.ts'
import { type Anchor } from './store/backup/anchors.ts'
import { type Progress } from './store/opened-store.ts'
import { type InTurn } from './turns.ts'
import { type Unlocked } from './unlocked.ts'

/** What has to be written for a target to be known as it is after a round of backups; `now` is how it is known yet. */
function afterRound(vault: Unlocked, { target, made, pruned, seenAt }: TargetRound): Intention[] {
  const now = vault.caseload.get('backup-target', target.id)
  if (now === undefined && made === null) return []
  // Taken off the list while the backup was made: what lies there now, a destruction must be able to name.
  const known = now ?? { ...target, retiredAt: vault.safekeeping.now }
  const others = known.made.filter(
    ({ fileName }) => !pruned.includes(fileName) && fileName !== made?.fileName,
  )
  const isNewest = made?.found === 'good'
  const all = made === null ? others : isNewest ? [...others, made] : [made, ...others]
  return [put('backup-target', { ...known, made: all, lastSeenAt: seenAt ?? known.lastSeenAt })]
}

/**
 * Backs up to these targets and remembers what came of it. For an errand that is alone with the places: only what is
 * written down has a turn, and what lies in the places is told from what the vault remembers of them then.
 */
export async function makeBackups(
  vault: Unlocked,
  targets: readonly Target[],
  inTurn: InTurn,
  progress?: Progress,
): Promise<TargetRound[]> {
  const { signal } = vault.errands
  const begins = (state: Anchor) => inTurn(() => vault.noteReached(state))
  const rounds = await vault.safekeeping.backUp(targets, vault.today, begins, signal, progress)
  await inTurn(async () => {
    const known = rounds.flatMap((round) => afterRound(vault, round))
    if (known.length > 0) await vault.note(known)
  })
  return rounds
}
