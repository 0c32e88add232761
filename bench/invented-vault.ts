import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type CaseFile } from '#shared/casework/case-file.ts'
import { type Entry } from '#shared/casework/entry.ts'
import { type Id, idFrom } from '#shared/kernel/id.ts'
import { scopeOf } from '../electron/vault/caseload-kinds.ts'
import { type Change, openVault, argon2id } from '../electron/vault/store/store.ts'
import { dice } from '../demo/dice.ts'
import { inventCase } from '../demo/invented-cases.ts'
import { driveCaseload } from '../test/support/caseload-driver.ts'
import { engagementDetails, organisationDetails, PRACTICE } from '../test/support/new-caseload.ts'

const ENTRIES = 5
const BATCH = 3000

const newId = () => idFrom(new Uint8Array(randomBytes(26)))

/** About 400 characters, as a contact is usually written down. */
const NOTE = 'Melder vertelt hoe het sinds het vorige gesprek is gegaan en wat er is afgesproken. '.repeat(5)

/** A vault that was invented, in a folder in which its peers may write too. */
export type BenchVault = { folder: string; recoveryKey: string; organisationId: Id }

/** What lies in the folder of an invented vault: the vault, and its records as JSON without any seal. */
export const vaultName = 'kluis'
export const plainName = 'plain.json'

function inventChanges(
  organisationId: Id,
  invented: ReturnType<typeof inventCase>,
  number: number,
): Change[] {
  const caseFile: CaseFile = {
    id: newId(),
    organisationId,
    locationId: null,
    reference: 'BEBA-00',
    melderLink: newId(),
    accusedLink: null,
    firstContactOn: invented.firstContactOn,
    channel: invented.channel,
    melderRole: invented.melderRole,
    position: invented.position,
    anonymous: false,
    subjects: invented.subjects,
    discriminationGrounds: [],
    accusedRole: 'unknown',
    privacyToldOn: null,
    label: `${invented.label} ${number}`,
    closing: invented.closing,
    isQuestion: false,
    countsIn: null,
    countedAs: null,
  }
  const scope = scopeOf({ kind: 'case', value: caseFile })
  const changes: Change[] = [{ id: caseFile.id, kind: 'case', scope, body: caseFile }]
  for (let index = 0; index < ENTRIES; index += 1) {
    const entry: Entry = {
      kind: 'contact',
      id: newId(),
      caseId: caseFile.id,
      on: calendarDate(invented.firstContactOn),
      channel: 'phone',
      minutes: 15,
      note: `${NOTE} ${number}-${index}`,
      order: index,
    }
    changes.push({ id: entry.id, kind: 'entry', scope, body: entry })
  }
  return changes
}

/**
 * Writes a vault of so many records below `folder`: invented cases of five entries each, all in one organisation,
 * straight into the store (a case at a time through the screen's commands would take minutes).
 */
export async function inventVault(folder: string, records: number): Promise<BenchVault> {
  const today = '2026-06-01'
  const vaultDir = join(folder, vaultName)
  const driver = driveCaseload(vaultDir, today)
  const { recoveryKey } = await driver.must('vault.prepare', {
    passphrase: 'zes woorden voor een meting',
    advisorName: 'Proefpersoon Adviseur',
  })
  await driver.must('vault.create', { recoveryKey })
  await driver.must('practice.save', PRACTICE)
  const { id: organisationId } = await driver.must('organisation.save', {
    id: null,
    details: organisationDetails(),
  })
  await driver.must('engagement.save', engagementDetails(organisationId))
  await driver.close()

  const store = await openVault(vaultDir, { recoveryKey }, { kdf: argon2id })
  if ('refused' in store) throw new Error(store.refused)
  const thrown = dice(records)
  let changes: Change[] = []
  for (let left = records - [...store.all()].length, number = 0; left > 0; number += 1) {
    const invented = inventCase(thrown, 2024 + (number % 2), number)
    const ofCase = inventChanges(organisationId, invented, number).slice(0, left)
    changes.push(...ofCase)
    left -= ofCase.length
    if (changes.length >= BATCH || left === 0) {
      await store.commit(changes, `${today}T12:00:00.000Z`)
      changes = []
    }
  }
  await store.snapshot()
  await writeFile(join(folder, plainName), JSON.stringify([...store.all()]))
  await store.close()
  return { folder, recoveryKey, organisationId }
}
