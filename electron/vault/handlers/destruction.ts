import {
  confirmGone,
  type CopyOutOfReach,
  type Destruction,
  mayDestroy,
} from '#shared/casework/destruction.ts'
import { type CaseFile } from '#shared/casework/case-file.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { timeThatStays } from '#shared/invoicing/kept-time.ts'
import { isRefusal, refuse } from '#shared/kernel/refusal.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type Intention, put, remove } from '../caseload.ts'
import { type KindedRecord } from '../caseload-kinds.ts'
import { makeBackups } from '../make-backups.ts'
import { proven } from '../proven.ts'
import { removeBackups } from '../remove-backups.ts'
import { type Target, type TargetRound } from '../safekeeping.ts'
import { writtenCases } from '../reporting/gate-request.ts'
import { remainderOf } from '../reporting/remainders.ts'
import { type InTurn } from '../turns.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers } from './handler.ts'

/**
 * Under which keys the names of a case lie, and those that lie in a backup and were taken back since. Names from before
 * scopes followed from the case have one of their own.
 */
function scopesOfNames(vault: Unlocked, caseId: Id): string[] {
  const present = vault.caseload.get('persons', `persons-${caseId}`)?.scope
  const names = [vault.caseload.personsScope(caseId), ...(present === undefined ? [] : [present])]
  return [...new Set(names)].map((scope) => `persons:${scope}`)
}

/** All copies of this vault in a target, each as one that is yet to be rewritten. */
async function copiesIn(vault: Unlocked, target: Target): Promise<CopyOutOfReach[]> {
  const backups = await vault.safekeeping.backupsIn(target)
  const { id: targetId, name } = target
  return backups.map((backup) => ({ kind: 'backup', targetId, target: name, ...backup, goneOn: null }))
}

/**
 * Copies that are not rewritten whatever is in reach: in places other than these, as where no backups go any more, which
 * are not written to, and other vaults on this computer, which open with their own secrets alone.
 */
async function copiesElsewhere(vault: Unlocked, rewritten: readonly Target[]): Promise<CopyOutOfReach[]> {
  const others = vault.caseload
    .all('backup-target')
    .filter(({ id }) => !rewritten.some((one) => one.id === id))
  const backups = await Promise.all(others.map((target) => copiesIn(vault, target)))
  const vaults = (await vault.safekeeping.vaultsBeside()).map(({ name, changedAt }): CopyOutOfReach => {
    const where = { kind: 'vault', targetId: null, target: '' } as const
    return { ...where, fileName: name, madeAt: changedAt, goneOn: null }
  })
  return [...backups.flat(), ...vaults]
}

/** The lines of destructions that wait for these files of a target, with each of them gone. */
function closed(vault: Unlocked, target: Target, gone: readonly string[]): Intention[] {
  const isGone = (copy: CopyOutOfReach) =>
    copy.targetId === target.id && copy.goneOn === null && gone.includes(copy.fileName)
  return vault.caseload
    .all('destruction')
    .filter(({ copiesOutOfReach }) => copiesOutOfReach.some(isGone))
    .map((destruction) =>
      put('destruction', {
        ...destruction,
        copiesOutOfReach: destruction.copiesOutOfReach.map((copy) =>
          isGone(copy) ? { ...copy, goneOn: vault.today } : copy,
        ),
      }),
    )
}

/**
 * Takes what was destroyed out of every backup in reach: a new one is made, the earlier ones are rewritten. What
 * could not be reached, or is of the time of another passphrase, is named by place and file. Earlier destructions that
 * waited for a backup that was rewritten now wait for it no longer.
 */
async function rewriteBackups(
  vault: Unlocked,
  secret: TypedSecret,
): Promise<Pick<Destruction, 'copiesRewritten' | 'copiesOutOfReach'>> {
  const rounds = await makeBackups(vault, vault.targets, vault.inTurn)
  const copiesOutOfReach: CopyOutOfReach[] = []
  let copiesRewritten = 0
  for (const { target: before, pruned } of rounds) {
    const target = vault.caseload.get('backup-target', before.id) ?? before
    const copies = await copiesIn(vault, target)
    const fileNames = copies.map(({ fileName }) => fileName)
    const { signal } = vault.errands
    const clean = await vault.safekeeping.rewriteBackups(target, fileNames, secret, signal)
    copiesRewritten += clean.length
    copiesOutOfReach.push(...copies.filter(({ fileName }) => !clean.includes(fileName)))
    await vault.inTurn(() => writeIfAny(vault, closed(vault, target, [...clean, ...pruned])))
  }
  const elsewhere = await copiesElsewhere(
    vault,
    rounds.map(({ target }) => target),
  )
  return { copiesRewritten, copiesOutOfReach: [...copiesOutOfReach, ...elsewhere] }
}

async function writeIfAny(vault: Unlocked, intentions: readonly Intention[]): Promise<void> {
  if (intentions.length > 0) await vault.writeOutsideUndo(intentions)
}

/** What goes, and what stays of it; told in the turn in which it goes, when the case is as it is then. */
type Going = {
  caseFile: CaseFile
  scopes: readonly string[]
  facts: Pick<Destruction, 'what' | 'reason'>
  remainder?: readonly KindedRecord[]
}

/**
 * Destroys, alone with the places: a backup that began before is remembered by then, and is rewritten with the others. The
 * commands wait for the destruction itself and for no place.
 */
async function destroy(
  vault: Unlocked,
  goingNow: () => Going | VaultRefusal,
  secret: TypedSecret,
): Promise<{ destructionId: string } | VaultRefusal> {
  const wrong = await vault.safekeeping.prove(secret)
  if (wrong !== null) return wrong
  return vault.errands.alone(async () => {
    const id = vault.newId()
    const copies = await Promise.all(vault.targets.map((target) => copiesIn(vault, target)))
    const elsewhere = await copiesElsewhere(vault, vault.targets)
    vault.errands.signal.throwIfAborted()
    const destroyed = await vault.inTurn(async () => {
      const going = goingNow()
      if ('refused' in going) return going
      const { caseFile, scopes, facts, remainder = [] } = going
      const lineOf = (records: number): Destruction => ({
        ...facts,
        id,
        reference: caseFile.reference,
        destroyedOn: vault.today,
        records,
        copiesRewritten: 0,
        copiesOutOfReach: [...copies.flat(), ...elsewhere],
      })
      // On the disk with the destruction itself, before a backup is touched: whatever ends this, the open list is never
      // lost, and what stays of her in the figures is there once, neither without the destruction nor twice.
      await vault.destroy(scopes, (records) => [
        { kind: 'destruction', value: lineOf(records) },
        ...remainder,
      ])
      return null
    })
    if (destroyed !== null) return destroyed
    const rewritten = await rewriteBackups(vault, secret)
    await vault.inTurn(async () => {
      const line = vault.caseload.get('destruction', id)
      if (line === undefined) throw new Error('a destruction without its line')
      await vault.writeOutsideUndo([put('destruction', { ...line, ...rewritten })])
    })
    return { destructionId: id }
  })
}

/** Removes copies that open destructions wait for from targets that turned out to be there. */
export async function finishDestructions(
  vault: Unlocked,
  rounds: readonly TargetRound[],
  inTurn: InTurn,
): Promise<void> {
  for (const { target, outcome, made: newest, pruned } of rounds) {
    if ('refused' in outcome) continue
    const waiting = vault.caseload
      .all('destruction')
      .flatMap(({ copiesOutOfReach }) => copiesOutOfReach)
      .filter((copy) => copy.targetId === target.id && copy.goneOn === null)
      .map(({ fileName }) => fileName)
      .filter((fileName) => fileName !== newest?.fileName)
    const removed = await removeBackups(target, [...new Set(waiting)])
    await inTurn(() => {
      const now = vault.caseload.get('backup-target', target.id)
      const lines = closed(vault, target, [...removed, ...pruned])
      if (now !== undefined && removed.length > 0)
        lines.push(
          put('backup-target', {
            ...now,
            made: now.made.filter(({ fileName }) => !removed.includes(fileName)),
          }),
        )
      return writeIfAny(vault, lines)
    })
  }
}

/** A place without a backup that is gone: the next destruction need not name it. */
function withoutBackup(target: Target, fileName: string): Intention {
  const made = target.made.filter((one) => one.fileName !== fileName)
  return target.retiredAt !== null && made.length === 0
    ? remove('backup-target', target.id)
    : put('backup-target', { ...target, made })
}

/** Destroying a case or the names in it, and closing what stayed open. */
export const destructionHandlers: Handlers<
  'case.destroy' | 'case.destroyPersons' | 'destruction.confirmGone'
> = {
  'case.destroy': async ({ id, reason, secret }, vault) => {
    const goingNow = (): Going | VaultRefusal => {
      const caseFile = vault.caseload.get('case', id)
      if (caseFile === undefined) return refuse('not-found')
      const settledYears = vault.caseload
        .all('report')
        .filter((report) => report.organisationId === caseFile.organisationId)
        .flatMap(({ period }) => ('year' in period && period.half === null ? [period.year] : []))
      const stays = mayDestroy(caseFile, reason, settledYears)
      if (stays !== null) return stays
      const scopes = [`case:${id}`, ...scopesOfNames(vault, id)]
      const kept = vault.caseload.all('kept-time')
      const time = timeThatStays(caseFile.organisationId, vault.caseload.entriesOf(id), kept)
      const remainder = [
        ...remainderOf(vault, caseFile, writtenCases(vault)),
        ...time.map((value): KindedRecord => ({ kind: 'kept-time', value })),
      ]
      return { caseFile, scopes, facts: { what: 'case', reason }, remainder }
    }
    const first = goingNow()
    return 'refused' in first ? first : vault.errands.run(() => destroy(vault, goingNow, secret))
  },

  'case.destroyPersons': async ({ id, secret }, vault) => {
    const goingNow = (): Going | VaultRefusal => {
      const caseFile = vault.caseload.get('case', id)
      const persons = vault.caseload.get('persons', `persons-${id}`)
      if (caseFile === undefined || persons === undefined) return refuse('not-found')
      const scopes = scopesOfNames(vault, id)
      return { caseFile, scopes, facts: { what: 'persons', reason: 'on-request' } }
    }
    const first = goingNow()
    return 'refused' in first ? first : vault.errands.run(() => destroy(vault, goingNow, secret))
  },

  'destruction.confirmGone': async ({ secret, ...copy }, vault) => {
    const confirmed = () =>
      vault.caseload.all('destruction').flatMap((destruction) => {
        const gone = confirmGone(destruction, copy, vault.today)
        return isRefusal(gone) ? [] : [put('destruction', gone)]
      })
    if (confirmed().length === 0) return refuse('not-found')
    return proven(vault, secret, async () => {
      const lines = confirmed()
      if (lines.length === 0) return refuse('not-found')
      const target = copy.targetId === null ? undefined : vault.caseload.get('backup-target', copy.targetId)
      const forgotten = target === undefined ? [] : [withoutBackup(target, copy.fileName)]
      await vault.writeOutsideUndo([...lines, ...forgotten])
      return {}
    })
  },
}
