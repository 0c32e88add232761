import { join } from 'node:path'
import { type Id, idFrom } from '#shared/kernel/id.ts'
import { argon2id, type Change, openVault } from '../../electron/vault/store/store.ts'
import { type NewCaseload } from './new-caseload.ts'

const ENTRIES_A_CASE = 50

/** The case that was written last, how many cases there are now, and a word that stands in this one alone. */
export type LastOfMany = { caseId: Id; cases: number; word: string }

/**
 * Writes so many notes into a vault, fifty a case, each case a copy of one that is there: in one commit of
 * its store, for as many commands would take as many waits for the disk. The vault given is closed; the one that is answered is open.
 */
export async function fillWithEntries(
  vault: NewCaseload,
  exampleId: Id,
  count: number,
): Promise<{ last: LastOfMany; reopened: NewCaseload }> {
  await vault.close()
  const { recoveryKey } = vault
  const store = await openVault(join(vault.folder, 'kluis'), { recoveryKey }, { kdf: argon2id })
  if ('refused' in store) throw new Error(store.refused)
  const all = [...store.all()]
  const example = all.find(({ id }) => id === exampleId)
  const note = all.find(({ kind, scope }) => kind === 'entry' && scope === example?.scope)
  if (example === undefined || note === undefined) throw new Error('there is no case to copy')
  const last: LastOfMany = {
    caseId: exampleId,
    cases: all.filter(({ kind }) => kind === 'case').length,
    word: '',
  }
  const changes: Change[] = []
  for (let number = 0; number < count; number += 1) {
    if (number % ENTRIES_A_CASE === 0) {
      last.caseId = idOf('case', number)
      last.cases += 1
      last.word = `woord${number}`
      const body = { ...(example.body as object), id: last.caseId }
      changes.push({ id: last.caseId, kind: 'case', scope: `case:${last.caseId}`, body })
    }
    const id = idOf('entry', number)
    const body = { ...(note.body as object), id, caseId: last.caseId, note: `Notitie met ${last.word}.` }
    changes.push({ id, kind: 'entry', scope: `case:${last.caseId}`, body })
  }
  await store.commit(changes, '2026-03-02T12:00:00.000Z')
  await store.close()
  return { last, reopened: await vault.reopen() }
}

function idOf(kind: 'case' | 'entry', number: number): Id {
  return idFrom(
    Uint8Array.from({ length: 26 }, (_, place) =>
      place === 25 ? kind.length : Math.floor(number / 32 ** place) % 32,
    ),
  )
}
