import { join } from 'node:path'
import { type Page } from 'playwright'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type CaseloadDriver } from '../../support/caseload-driver.ts'
import { type RunningLuwte } from '../../support/launch-electron.ts'
import { openWith } from '../../support/on-screen.ts'
import { askVault } from '../../support/port-page.ts'
import { type AnsweredCaseload } from './answered-caseload.ts'
/** What is being done when the kill comes. */
export const operations = ['save', 'passphrase', 'rotation', 'destruction', 'backup', 'restore'] as const
export type Operation = (typeof operations)[number]

type Must = Pick<CaseloadDriver, 'must'>

/** Asks the vault process by way of the page, as the screen does; throws for a refusal, and when the page is gone. */
export function mustOf(page: Page): Must {
  const must: CaseloadDriver['must'] = async (command, input) => {
    const { answer, refusal, fault } = await askVault(page, command, input)
    if (answer === undefined) throw new Error(`${command}: ${JSON.stringify(refusal ?? fault)}`)
    return answer as Awaited<ReturnType<typeof must<typeof command>>>
  }
  return { must }
}

let count = 0

async function saveNote({ must }: Must, caseload: AnsweredCaseload): Promise<void> {
  count += 1
  const into = caseload.cases.at(count % caseload.cases.length)
  if (into === undefined) throw new Error('no case is left')
  const on = calendarDate(`2026-0${3 + (count % 3)}-${String(1 + (count % 28)).padStart(2, '0')}`)
  // Some are short and some long, so that frames of one block and of many are cut off.
  const note = `notitie ${count} ${'n'.repeat(count % 8 === 0 ? 15_000 : (count * 97) % 900)}`
  const details = { kind: 'contact', on, channel: 'phone', minutes: 1, note } as const
  await must('entry.save', { caseId: into.id, id: null, details })
  into.notes.add(note)
}

async function changePassphrase({ must }: Must, caseload: AnsweredCaseload): Promise<void> {
  count += 1
  const passphrase = `wachtzin nummer ${count} van deze proef`
  caseload.doubt = { about: 'passphrase', passphrase }
  await must('security.changePassphrase', { current: caseload.secret, passphrase })
  caseload.notePassphrase(passphrase)
  caseload.doubt = null
}

async function destroyOldest({ must }: Must, caseload: AnsweredCaseload): Promise<void> {
  const what = count % 2 === 0 ? 'persons' : 'case'
  const oldest = caseload.cases.find(({ hasPersons }) => hasPersons)
  if (oldest === undefined) throw new Error('no case is left')
  caseload.doubt = { about: 'destruction', caseId: oldest.id, what }
  if (what === 'persons') await must('case.destroyPersons', { id: oldest.id, secret: caseload.secret })
  else await must('case.destroy', { id: oldest.id, reason: 'on-request', secret: caseload.secret })
  caseload.noteDestroyed(oldest.id, what)
  caseload.doubt = null
}

async function backUp({ must }: Must, caseload: AnsweredCaseload): Promise<void> {
  const { targets } = await must('backup.run', {})
  for (const { outcome } of targets) if ('refused' in outcome) throw new Error(`backup: ${outcome.refused}`)
  caseload.noteBackup()
}

async function restore(
  { page, app }: RunningLuwte,
  { must }: Must,
  caseload: AnsweredCaseload,
): Promise<void> {
  await openWith(app, join(caseload.stick, caseload.newestBackup))
  const chosen = await page.evaluate(() => window.host.chooseFile({ purpose: 'backup' }))
  if (chosen === null) throw new Error('no file was chosen')
  const { vault } = await must('vault.restore', { token: chosen.token, secret: caseload.secret })
  caseload.restored.push(vault)
}

/** Does it once from beginning to end, and remembers it as answered when it was. */
export async function perform(
  operation: Operation,
  luwte: RunningLuwte,
  caseload: AnsweredCaseload,
): Promise<void> {
  const vault = mustOf(luwte.page)
  switch (operation) {
    case 'save':
      return saveNote(vault, caseload)
    case 'passphrase':
      return changePassphrase(vault, caseload)
    case 'rotation':
      await vault.must('security.rotate', { secret: caseload.secret })
      return
    case 'destruction':
      return destroyOldest(vault, caseload)
    case 'backup':
      return backUp(vault, caseload)
    case 'restore':
      return restore(luwte, vault, caseload)
  }
}

/** What an operation needs to have before it, so that it is the operation alone that is cut off. */
export async function prepare(
  operation: Operation,
  luwte: RunningLuwte,
  caseload: AnsweredCaseload,
): Promise<void> {
  const vault = mustOf(luwte.page)
  if (operation === 'destruction')
    for (let number = 0; number < 3; number += 1) await caseload.startCase(vault, `zaak ${(count += 1)}`)
  if (operation === 'destruction' || operation === 'backup') await backUp(vault, caseload)
  if (operation === 'backup') await saveNote(vault, caseload)
}
