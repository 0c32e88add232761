import { basename } from 'node:path'
import { stat } from 'node:fs/promises'
import { refuse } from '#shared/kernel/refusal.ts'
import { put, remove } from '../caseload.ts'
import { isTargetThere } from '../is-target-there.ts'
import { type Target } from '../safekeeping.ts'
import { type Unlocked } from '../unlocked.ts'
import { finishDestructions } from './destruction.ts'
import { type Handlers } from './handler.ts'

/** Backs up to these targets, remembers what came of it, and finishes what was waiting for one that is back. */
export async function backUpTo(vault: Unlocked, targets: readonly Target[]) {
  const rounds = await vault.safekeeping.backUp(targets, vault.today, (done, total) =>
    vault.emit({ event: 'progress', task: 'backup', done, total }),
  )
  if (rounds.length > 0) await vault.note(rounds.map(({ target }) => put('backup-target', target)))
  await finishDestructions(vault, rounds)
  return rounds
}

/** Remembers, once a day, that a place was there: only so can be said how long it was not. */
export async function noteTargetsSeen(vault: Unlocked): Promise<void> {
  const { now } = vault.safekeeping
  const seen: Target[] = []
  for (const target of vault.caseload.all('backup-target'))
    if (target.lastSeenAt?.slice(0, 10) !== now.slice(0, 10) && (await isTargetThere(target)))
      seen.push({ ...target, lastSeenAt: now })
  if (seen.length > 0) await vault.note(seen.map((target) => put('backup-target', target)))
}

/** Where backups go, making and proving them, and trying them out. */
export const backupHandlers: Handlers<
  'backup.addTarget' | 'backup.removeTarget' | 'backup.run' | 'backup.drill'
> = {
  'backup.addTarget': async ({ token }, vault) => {
    const path = vault.filePath(token)
    if (path === undefined) return refuse('not-found', 'token')
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (!isFolder) return refuse('target-missing')
    if (vault.caseload.all('backup-target').some((target) => target.path === path))
      return refuse('target-known')
    const id = vault.newId()
    await vault.writeOutsideUndo([
      put('backup-target', {
        id,
        name: basename(path).slice(0, 200),
        path,
        addedAt: vault.safekeeping.now,
        lastSeenAt: null,
        lastDrillAt: null,
        made: [],
      }),
    ])
    return { id }
  },

  'backup.removeTarget': async ({ id }, vault) => {
    if (vault.caseload.get('backup-target', id) === undefined) return refuse('not-found')
    await vault.writeOutsideUndo([remove('backup-target', id)])
    return {}
  },

  'backup.run': async (_input, vault) => {
    const targets = vault.caseload.all('backup-target')
    if (targets.length === 0) return refuse('no-target')
    const rounds = await backUpTo(vault, targets)
    return {
      targets: rounds.map(({ target, outcome }) => ({ id: target.id, name: target.name, outcome })),
    }
  },

  'backup.drill': async ({ id, secret }, vault) => {
    const target = vault.caseload.get('backup-target', id)
    if (target === undefined) return refuse('not-found')
    const drilled = await vault.safekeeping.drill(target, secret)
    if ('refused' in drilled) return drilled
    await vault.writeOutsideUndo([put('backup-target', { ...target, lastDrillAt: vault.safekeeping.now })])
    return drilled
  },
}
