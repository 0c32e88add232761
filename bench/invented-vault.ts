import { randomBytes } from 'node:crypto'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type CaseFile } from '#shared/casework/case-file.ts'
import { type Entry } from '#shared/casework/entry.ts'
import { idFrom } from '#shared/kernel/id.ts'
import { scopeOf } from '../electron/vault/caseload-kinds.ts'
import { type Change, openVault, argon2id } from '../electron/vault/store/store.ts'
import { dice } from '../demo/dice.ts'
import { inventCase } from '../demo/invented-cases.ts'
import { driveCaseload } from '../test/support/caseload-driver.ts'
import { engagementDetails, organisationDetails, PRACTICE } from '../test/support/new-caseload.ts'

const ENTRIES = 5
const BATCH = 500

const newId = () => idFrom(new Uint8Array(randomBytes(26)))

/** About 400 characters, as a contact is usually written down. */
const NOTE = 'Melder vertelt hoe het sinds het vorige gesprek is gegaan en wat er is afgesproken. '.repeat(5)

/**
 * Writes a vault with so many invented cases of five entries each, all in one organisation, straight into the store
 * (a case at a time through the screen's commands would take minutes). Answers the recovery key and the organisation.
 */
export async function inventVault(
  folder: string,
  cases: number,
): Promise<{ recoveryKey: string; organisationId: string }> {
  const today = '2026-06-01'
  const driver = driveCaseload(folder, today)
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

  const store = await openVault(folder, { recoveryKey }, { kdf: argon2id })
  if ('refused' in store) throw new Error(store.refused)
  const thrown = dice(cases)
  let changes: Change[] = []
  for (let number = 0; number < cases; number += 1) {
    const invented = inventCase(thrown, 2024 + (number % 2), number)
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
    }
    const scope = scopeOf({ kind: 'case', value: caseFile })
    changes.push({ id: caseFile.id, kind: 'case', scope, body: caseFile })
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
    if (changes.length >= BATCH * (ENTRIES + 1) || number === cases - 1) {
      await store.commit(changes, `${today}T12:00:00.000Z`)
      changes = []
    }
  }
  await store.snapshot()
  await store.close()
  return { recoveryKey, organisationId }
}
