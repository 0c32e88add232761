import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Page } from 'playwright'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type SubSubject } from '#shared/casework/subjects.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { driveCaseload } from './caseload-driver.ts'
import { SCREEN_PASSPHRASE, unlockWithRecoveryKey } from './first-start.ts'
import { caseDetails, engagementDetails, organisationDetails, PRACTICE } from './new-caseload.ts'

export const lastYear = new Date().getFullYear() - 1
const subjects: readonly SubSubject[] = ['bullying', 'workload', 'aggression', 'between-colleagues']

/** A vault in this profile with one organisation of one location, and so many people who came to the advisor last year; its key. */
export async function fillVault(
  profile: string,
  melders: number,
  advisorName = PRACTICE.advisorName,
): Promise<string> {
  const folder = join(profile, 'data', 'kluis')
  await mkdir(join(profile, 'data'), { recursive: true })
  const vault = driveCaseload(folder)
  const { recoveryKey } = await vault.must('vault.prepare', { passphrase: SCREEN_PASSPHRASE, advisorName })
  await vault.must('vault.create', { recoveryKey })
  await vault.must('practice.save', { ...PRACTICE, advisorName })
  const { id } = await vault.must('organisation.save', { id: null, details: organisationDetails() })
  await vault.must('engagement.save', engagementDetails(id))
  await vault.must('location.save', {
    id: null,
    details: {
      organisationId: id,
      name: 'De Duinroos',
      lrkNumber: LrkNumber.parse('100000001'),
      type: 'KDV',
      address: { street: '', postcode: '', city: 'Nergenshuizen' },
      costCentre: '',
      joinedOn: calendarDate(`${lastYear}-01-01`),
      leftOn: null,
    },
  })
  for (let index = 0; index < melders; index += 1)
    await vault.must('case.start', {
      details: caseDetails(id, {
        firstContactOn: calendarDate(`${lastYear}-${index % 2 === 0 ? '03' : '10'}-1${index % 10}`),
        subjects: [subjects[index % subjects.length] ?? 'bullying'],
        melderRole: index % 3 === 0 ? 'parent' : 'professional',
      }),
      note: '',
      minutes: 30,
    })
  await vault.close()
  return recoveryKey
}

/** Unlocks and opens the report of last year on the organisation that `fillVault` wrote down. */
export async function openReport(page: Page, recoveryKey: string): Promise<void> {
  await unlockWithRecoveryKey(page, recoveryKey)
  await page.getByRole('link', { name: /Rapportages/ }).click()
  await page.getByRole('link', { name: 'Kinderopvang Fantasia' }).click()
  await page.getByRole('img', { name: /Bladzijde 1 van/ }).waitFor()
}
