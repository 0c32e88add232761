import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { ownByUser } from '../../electron/runtime/unprivileged-user.ts'
import { driveCaseload } from './caseload-driver.ts'
import { SCREEN_PASSPHRASE } from './first-start.ts'
import { caseDetails, engagementDetails, organisationDetails, PRACTICE } from './new-caseload.ts'

const lastYear = new Date().getFullYear() - 1
const onDay = (monthDay: string) => calendarDate(`${lastYear}-${monthDay}`)

/** Where the things of {@link writeSmallPractice} are to be found. */
export type SmallPractice = {
  organisationId: string
  /** Without contract, locations or cases. */
  bareOrganisationId: string
  groupId: string
  locationId: string
  caseId: string
  entryId: string
  closedCaseId: string
  activityId: string
  invoiceId: string
}

/**
 * Writes a vault into a profile in which every screen has something to show: two organisations, an open case whose
 * next step is overdue, a closed one, an activity, an invoice, and the settled report of the year before last. The
 * screen opens it with `SCREEN_PASSPHRASE`.
 */
export async function writeSmallPractice(profile: string): Promise<SmallPractice> {
  mkdirSync(join(profile, 'data'), { recursive: true })
  const vault = driveCaseload(join(profile, 'data', 'kluis'))
  const { recoveryKey } = await vault.must('vault.prepare', {
    passphrase: SCREEN_PASSPHRASE,
    advisorName: PRACTICE.advisorName,
  })
  await vault.must('vault.create', { recoveryKey })
  await vault.must('practice.save', PRACTICE)
  const { id: groupId } = await vault.must('group.save', { id: null, name: 'Verzonnen Groep' })
  const { id: organisationId } = await vault.must('organisation.save', {
    id: null,
    details: organisationDetails({ groupId }),
  })
  const { id: bareOrganisationId } = await vault.must('organisation.save', {
    id: null,
    details: organisationDetails({ name: 'Stichting Luchtkasteel' }),
  })
  await vault.must('engagement.save', engagementDetails(organisationId))
  const { id: locationId } = await vault.must('location.save', {
    id: null,
    details: {
      organisationId,
      name: 'KDV Het Verzonnen Bos',
      lrkNumber: LrkNumber.parse('123456782'),
      type: 'KDV',
      address: organisationDetails().address,
      costCentre: '',
      joinedOn: calendarDate('2024-01-01'),
      leftOn: null,
    },
  })
  const start = (monthDay: string, note: string) =>
    vault.must('case.start', {
      details: caseDetails(organisationId, { firstContactOn: onDay(monthDay), label: note.slice(0, 20) }),
      note,
      minutes: 30,
    })
  const { id: caseId } = await start('09-01', 'Sfeer in het team, melder denkt na over een gesprek.')
  const { id: entryId } = await vault.must('entry.save', {
    caseId,
    id: null,
    details: {
      kind: 'intervention',
      on: onDay('09-10'),
      rung: 'mediation',
      minutes: 60,
      participants: 'melder en leidinggevende',
      consent: 'spoken',
      destination: null,
      outcome: 'helped',
      followUpOn: onDay('10-10'),
      note: 'Afspraken gemaakt voor het werkoverleg.',
    },
  })
  await vault.must('case.savePersons', {
    id: caseId,
    persons: { people: [{ part: 'melder', name: 'Proefpersoon A', reach: '000 000 00 00', remark: '' }] },
  })
  const { id: closedCaseId } = await start('03-02', 'Belde om een verhaal kwijt te kunnen.')
  await vault.must('case.close', {
    id: closedCaseId,
    closing: { on: onDay('03-02'), outcome: 'resolved', aftercare: '' },
  })
  const { id: activityId } = await vault.must('activity.save', {
    id: null,
    details: {
      organisationId,
      kind: 'information-session',
      on: onDay('10-14'),
      minutes: 120,
      description: 'Voorlichting over gewenst gedrag',
      withWhom: 'HR',
      reach: 46,
      becauseOfCase: false,
      billable: true,
      inReport: true,
    },
  })
  const { invoice } = await vault.must('invoice.issue', {
    organisationId,
    run: { kind: 'yearly', year: lastYear - 1 },
    // Late in a year her last work is more than a year ago, and she is asked whether it is today.
    dayConfirmed: calendarDate(new Date().toISOString().slice(0, 10)),
  })
  await vault.must('report.settle', {
    organisationId,
    period: { year: lastYear - 1, half: null },
    recipient: 'Directie en HR',
  })
  await vault.close()
  ownByUser(profile)
  const ids = { organisationId, bareOrganisationId, locationId, caseId, entryId, closedCaseId, activityId }
  return { ...ids, groupId, invoiceId: invoice.id }
}
