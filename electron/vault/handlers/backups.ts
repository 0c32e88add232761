import { basename } from 'node:path'
import { stat } from 'node:fs/promises'
import { type RefusalSlug } from '#shared/contracts/refusal-slugs.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { put, remove } from '../caseload.ts'
import { isTargetThere } from '../is-target-there.ts'
import { type Target } from '../safekeeping.ts'
import { type Unlocked } from '../unlocked.ts'
import { finishDestructions } from './destruction.ts'
import { type Handlers } from './handler.ts'

/** Backs up to these targets, remembers what came of it, and finishes what was waiting for one that is back. */
export async function backUpTo(vault: Unlocked, targets: readonly Target[]) {
  const rounds = await vault.safekeeping.backUp(
    targets,
    vault.today,
    (state) => vault.noteReached(state),
    (done, total) => vault.emit({ event: 'progress', task: 'backup', done, total }),
  )
  if (rounds.length > 0) await vault.note(rounds.map(({ target }) => put('backup-target', target)))
  await finishDestructions(vault, rounds)
  return rounds
}

/** Remembers, once a day, that a place was there: only so can be said how long it was not. */
export async function noteTargetsSeen(vault: Unlocked): Promise<void> {
  const { now } = vault.safekeeping
  const seen: Target[] = []
  for (const target of vault.targets)
    if (target.lastSeenAt?.slice(0, 10) !== now.slice(0, 10) && (await isTargetThere(target)))
      seen.push({ ...target, lastSeenAt: now })
  if (seen.length > 0) await vault.note(seen.map((target) => put('backup-target', target)))
}

/** What a drill can find of which no later try makes a good backup. */
const SPOILED: ReadonlySet<RefusalSlug> = new Set<RefusalSlug>([
  'damaged',
  'tampered',
  'not-a-backup',
  'older-state',
  'newer-state',
])

/** The place as it is to be remembered when its newest backup is not what it was: it is no proven backup any more. */
function withNewestSpoiled(target: Target): Target {
  const last = target.made.length - 1
  const made = target.made.map((one, at) => (at === last ? { ...one, found: 'spoiled' as const } : one))
  return { ...target, made }
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
    const known = vault.caseload.all('backup-target').find((target) => target.path === path)
    if (known?.retiredAt === null) return refuse('target-known')
    if (known !== undefined) {
      await vault.writeOutsideUndo([put('backup-target', { ...known, retiredAt: null })])
      return { id: known.id }
    }
    const id = vault.newId()
    await vault.writeOutsideUndo([
      put('backup-target', {
        id,
        name: basename(path).slice(0, 200),
        path,
        addedAt: vault.safekeeping.now,
        lastSeenAt: null,
        lastDrillAt: null,
        retiredAt: null,
        made: [],
      }),
    ])
    return { id }
  },

  'backup.removeTarget': async ({ id, secret }, vault) => {
    const target = vault.targets.find((one) => one.id === id)
    if (target === undefined) return refuse('not-found')
    const wrong = await vault.safekeeping.prove(secret)
    if (wrong !== null) return wrong
    // What lies there opens still: a destruction must be able to name it.
    const isKnownThere = target.made.length > 0
    const retired = put('backup-target', { ...target, retiredAt: vault.safekeeping.now })
    await vault.writeOutsideUndo([isKnownThere ? retired : remove('backup-target', id)])
    return {}
  },

  'backup.run': async (_input, vault) => {
    const { targets } = vault
    if (targets.length === 0) return refuse('no-target')
    const rounds = await backUpTo(vault, targets)
    return {
      targets: rounds.map(({ target, outcome }) => ({ id: target.id, name: target.name, outcome })),
    }
  },

  'backup.drill': async ({ id, secret }, vault) => {
    const target = vault.targets.find((one) => one.id === id)
    if (target === undefined) return refuse('not-found')
    const drilled = await vault.safekeeping.drill(target, secret, vault.states)
    if ('refused' in drilled) {
      if (SPOILED.has(drilled.refused)) await vault.note([put('backup-target', withNewestSpoiled(target))])
      return drilled
    }
    await vault.writeOutsideUndo([put('backup-target', { ...target, lastDrillAt: vault.safekeeping.now })])
    return drilled
  },
}
