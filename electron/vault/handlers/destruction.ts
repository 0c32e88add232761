import {
  confirmGone,
  type CopyOutOfReach,
  type Destruction,
  mayDestroy,
} from '#shared/casework/destruction.ts'
import { type CaseFile } from '#shared/casework/case-file.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { isRefusal, refuse } from '#shared/kernel/refusal.ts'
import { put } from '../caseload.ts'
import { type KindedRecord } from '../caseload-kinds.ts'
import { type Target, type TargetRound } from '../safekeeping.ts'
import { writtenCases } from '../reporting/gate-request.ts'
import { remainderOf } from '../reporting/remainders.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers } from './handler.ts'

/** All copies of this vault in a target, each as one that is yet to be rewritten. */
async function copiesIn(vault: Unlocked, target: Target): Promise<CopyOutOfReach[]> {
  const backups = await vault.safekeeping.backupsIn(target)
  return backups.map((backup) => ({ target: target.name, ...backup, goneOn: null }))
}

/**
 * Takes what was destroyed out of every backup in reach: a new one is made, the earlier ones are rewritten. What
 * could not be reached, or is of the time of another passphrase, is named by place and file.
 */
async function rewriteBackups(
  vault: Unlocked,
  secret: TypedSecret,
): Promise<Pick<Destruction, 'copiesRewritten' | 'copiesOutOfReach'>> {
  const rounds = await vault.safekeeping.backUp(vault.caseload.all('backup-target'), vault.today)
  if (rounds.length > 0)
    await vault.writeOutsideUndo(rounds.map(({ target }) => put('backup-target', target)))
  const copiesOutOfReach: CopyOutOfReach[] = []
  let copiesRewritten = 0
  for (const { target } of rounds) {
    const copies = await copiesIn(vault, target)
    const fileNames = copies.map(({ fileName }) => fileName)
    const clean = await vault.safekeeping.rewriteBackups(target, fileNames, secret)
    copiesRewritten += clean.length
    copiesOutOfReach.push(...copies.filter(({ fileName }) => !clean.includes(fileName)))
  }
  return { copiesRewritten, copiesOutOfReach }
}

async function destroy(
  vault: Unlocked,
  caseFile: CaseFile,
  scopes: readonly string[],
  facts: Pick<Destruction, 'what' | 'reason'>,
  secret: TypedSecret,
  remainder: readonly KindedRecord[] = [],
): Promise<{ destructionId: string }> {
  const id = vault.newId()
  const copies = await Promise.all(
    vault.caseload.all('backup-target').map((target) => copiesIn(vault, target)),
  )
  const lineOf = (records: number): Destruction => ({
    ...facts,
    id,
    reference: caseFile.reference,
    destroyedOn: vault.today,
    records,
    copiesRewritten: 0,
    copiesOutOfReach: copies.flat(),
  })
  // On the disk with the destruction itself, before a backup is touched: whatever ends this, the open list is never
  // lost, and what stays of her in the figures is there once, neither without the destruction nor twice.
  await vault.destroy(scopes, (records) => [{ kind: 'destruction', value: lineOf(records) }, ...remainder])
  const line = vault.caseload.get('destruction', id)
  if (line === undefined) throw new Error('a destruction without its line')
  const rewritten = await rewriteBackups(vault, secret)
  await vault.writeOutsideUndo([put('destruction', { ...line, ...rewritten })])
  return { destructionId: id }
}

/** Removes copies that open destructions wait for from targets that turned out to be there. */
export async function finishDestructions(vault: Unlocked, rounds: readonly TargetRound[]): Promise<void> {
  for (const { target, outcome } of rounds) {
    if ('refused' in outcome) continue
    const waits = (copy: CopyOutOfReach) => copy.target === target.name && copy.goneOn === null
    const open = vault.caseload
      .all('destruction')
      .filter((destruction) => destruction.copiesOutOfReach.some(waits))
    const newest = target.made.at(-1)?.fileName
    const waiting = open
      .flatMap((destruction) => destruction.copiesOutOfReach.filter(waits))
      .map((copy) => copy.fileName)
      .filter((fileName) => fileName !== newest)
    // Pruning may have removed a copy already: what is not there any more is gone all the same.
    const gone = await vault.safekeeping.removeBackups(target, [...new Set(waiting)])
    if (gone.length === 0) continue
    await vault.writeOutsideUndo([
      put('backup-target', {
        ...target,
        made: target.made.filter((made) => !gone.includes(made.fileName)),
      }),
      ...open.map((destruction) =>
        put('destruction', {
          ...destruction,
          copiesOutOfReach: destruction.copiesOutOfReach.map((copy) =>
            waits(copy) && gone.includes(copy.fileName) ? { ...copy, goneOn: vault.today } : copy,
          ),
        }),
      ),
    ])
  }
}

/** Destroying a case or the names in it, and closing what stayed open. */
export const destructionHandlers: Handlers<
  'case.destroy' | 'case.destroyPersons' | 'destruction.confirmGone'
> = {
  'case.destroy': async ({ id, reason, secret }, vault) => {
    const caseFile = vault.caseload.get('case', id)
    if (caseFile === undefined) return refuse('not-found')
    const settledYears = vault.caseload
      .all('report')
      .filter((report) => report.organisationId === caseFile.organisationId)
      .flatMap(({ period }) => ('year' in period && period.half === null ? [period.year] : []))
    const stays = mayDestroy(caseFile, reason, settledYears)
    if (stays !== null) return stays
    const wrong = await vault.safekeeping.prove(secret)
    if (wrong !== null) return wrong
    const persons = vault.caseload.get('persons', `persons-${id}`)
    const scopes = [`case:${id}`, ...(persons ? [`persons:${persons.scope}`] : [])]
    const remainder = remainderOf(vault, caseFile, writtenCases(vault))
    return destroy(vault, caseFile, scopes, { what: 'case', reason }, secret, remainder)
  },

  'case.destroyPersons': async ({ id, secret }, vault) => {
    const caseFile = vault.caseload.get('case', id)
    const persons = vault.caseload.get('persons', `persons-${id}`)
    if (caseFile === undefined || persons === undefined) return refuse('not-found')
    const wrong = await vault.safekeeping.prove(secret)
    if (wrong !== null) return wrong
    return destroy(
      vault,
      caseFile,
      [`persons:${persons.scope}`],
      { what: 'persons', reason: 'on-request' },
      secret,
    )
  },

  'destruction.confirmGone': async ({ id, target, fileName }, vault) => {
    const destruction = vault.caseload.get('destruction', id)
    if (destruction === undefined) return refuse('not-found')
    const closed = confirmGone(destruction, { target, fileName }, vault.today)
    if (isRefusal(closed)) return closed
    await vault.writeOutsideUndo([put('destruction', closed)])
    return {}
  },
}
