import { basename } from 'node:path'
import { stat } from 'node:fs/promises'
import { type RefusalSlug, type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { put, remove } from '../caseload.ts'
import { isTargetThere } from '../is-target-there.ts'
import { makeBackups } from '../make-backups.ts'
import { proven } from '../proven.ts'
import { type Target, type TargetRound } from '../safekeeping.ts'
import { type InTurn } from '../turns.ts'
import { type Unlocked } from '../unlocked.ts'
import { answering } from '../store/backup/answering.ts'
import { finishDestructions } from './destruction.ts'
import { type Handlers } from './handler.ts'

/** Backs up to these targets, telling how far it is, and finishes what was waiting for a target that is back. */
export async function backUpTo(
  vault: Unlocked,
  targets: readonly Target[],
  inTurn: InTurn,
): Promise<TargetRound[]> {
  const rounds = await makeBackups(vault, targets, inTurn, (done, total) =>
    vault.emit({ event: 'progress', task: 'backup', done, total }),
  )
  await finishDestructions(vault, rounds, inTurn)
  return rounds
}

/** Remembers, once a day, that a place was there: only so can be said how long it was not. */
export async function noteTargetsSeen(vault: Unlocked): Promise<void> {
  const { now } = vault.safekeeping
  const unseen = vault.targets.filter(({ lastSeenAt }) => lastSeenAt?.slice(0, 10) !== now.slice(0, 10))
  const looks = await Promise.all(unseen.map(isTargetThere))
  const seen = unseen.filter((_target, at) => looks[at]).map((target) => ({ ...target, lastSeenAt: now }))
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

/** The place as it is to be remembered when this backup in it is not what it was: it is no proven backup any more. */
function withSpoiled(target: Target, spoiled: string | undefined): Target {
  const made = target.made.map((one) =>
    one.fileName === spoiled ? { ...one, found: 'spoiled' as const } : one,
  )
  return { ...target, made }
}

/** Where backups go, making and proving them, and trying them out. */
export const backupHandlers: Handlers<
  'backup.addTarget' | 'backup.removeTarget' | 'backup.run' | 'backup.drill'
> = {
  'backup.addTarget': async ({ token }, vault) => {
    const path = vault.filePath(token)
    if (path === undefined) return refuse('not-found', 'token')
    return vault.errands.run(async () => {
      const isFolder = await answering(path, () => stat(path)).then(
        (found) => found.isDirectory(),
        () => false,
      )
      return isFolder ? vault.inTurn(() => addTarget(vault, path)) : refuse('target-missing')
    })
  },

  'backup.removeTarget': async ({ id, secret }, vault) => {
    const isListed = () => vault.targets.find((one) => one.id === id)
    if (isListed() === undefined) return refuse('not-found')
    return proven(vault, secret, async () => {
      const target = isListed()
      if (target === undefined) return refuse('not-found')
      // What lies there opens still: a destruction must be able to name it.
      const isKnownThere = target.made.length > 0
      const retired = put('backup-target', { ...target, retiredAt: vault.safekeeping.now })
      await vault.writeOutsideUndo([isKnownThere ? retired : remove('backup-target', id)])
      return {}
    })
  },

  'backup.run': async (_input, vault) => {
    if (vault.targets.length === 0) return refuse('no-target')
    const { errands } = vault
    return errands.run(() =>
      errands.alone(async () => {
        const rounds = await backUpTo(vault, vault.targets, vault.inTurn)
        errands.signal.throwIfAborted()
        return {
          targets: rounds.map(({ target, outcome }) => ({ id: target.id, name: target.name, outcome })),
        }
      }),
    )
  },

  'backup.drill': async ({ id, secret }, vault) => {
    const listed = () => vault.targets.find((one) => one.id === id)
    if (listed() === undefined) return refuse('not-found')
    const { errands } = vault
    return errands.run(() =>
      errands.alone(async () => {
        const target = listed()
        if (target === undefined) return refuse('not-found')
        const drilled = await vault.safekeeping.drill(target, secret, vault.states, errands.signal)
        errands.signal.throwIfAborted()
        return vault.inTurn(async () => {
          const now = listed()
          if ('refused' in drilled) {
            const spoiled = target.made.at(-1)?.fileName
            if (now !== undefined && SPOILED.has(drilled.refused))
              await vault.note([put('backup-target', withSpoiled(now, spoiled))])
          } else if (now !== undefined)
            await vault.writeOutsideUndo([
              put('backup-target', { ...now, lastDrillAt: vault.safekeeping.now }),
            ])
          return drilled
        })
      }),
    )
  },
}

/** A folder as a place for backups from now on. */
async function addTarget(vault: Unlocked, path: string): Promise<{ id: Id } | VaultRefusal> {
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
}
