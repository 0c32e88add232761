import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CaseDetails } from '#shared/casework/case-file.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { cents } from '#shared/kernel/cents.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type EngagementDetails } from '#shared/organisations/engagement.ts'
import { type OrganisationDetails } from '#shared/organisations/organisation.ts'
import { type Practice } from '#shared/practice/practice.ts'
import { type VaultEnvironment } from '../../electron/vault/environment.ts'
import { type CaseloadDriver, driveCaseload } from './caseload-driver.ts'

export const PASSPHRASE = 'zes woorden die niemand anders kiest'

export type NewCaseload = CaseloadDriver & {
  recoveryKey: string
  folder: string
  /** The same vault opened anew, as after a restart; `today` moves the clock. */
  reopen(today?: string, overrides?: Partial<VaultEnvironment>): Promise<NewCaseload>
  /** Shuts the vault and removes its folder. */
  discard(): Promise<void>
}

/** A vault on the disk with nothing in it, open. Makes real keys, unless told otherwise: takes a second or two. */
export async function newCaseload(
  today = '2026-03-02',
  overrides: Partial<VaultEnvironment> = {},
): Promise<NewCaseload> {
  const folder = await mkdtemp(join(tmpdir(), 'luwte-test-'))
  const driver = driveCaseload(join(folder, 'kluis'), today, overrides)
  const { recoveryKey } = await driver.must('vault.prepare', {
    passphrase: PASSPHRASE,
    advisorName: 'Proefpersoon Adviseur',
  })
  await driver.must('vault.create', { recoveryKey })
  return opened(driver, folder, recoveryKey, today)
}

let template: Promise<NewCaseload> | undefined

async function makeTemplate(): Promise<NewCaseload> {
  const made = await newCaseload()
  await made.close()
  return made
}

/** The same, as a copy of one that is made once for a file of tests: of one id, with the same keys. */
export async function copiedCaseload(today = '2026-03-02'): Promise<NewCaseload> {
  const { folder: from, recoveryKey } = await (template ??= makeTemplate())
  const folder = await mkdtemp(join(tmpdir(), 'luwte-test-'))
  await cp(join(from, 'kluis'), join(folder, 'kluis'), { recursive: true })
  const driver = driveCaseload(join(folder, 'kluis'), today)
  await driver.must('vault.unlock', { recoveryKey })
  return opened(driver, folder, recoveryKey, today)
}

function opened(driver: CaseloadDriver, folder: string, recoveryKey: string, today: string): NewCaseload {
  return {
    ...driver,
    recoveryKey,
    folder,
    reopen: async (later = today, overrides = {}) => {
      await driver.close()
      const again = driveCaseload(join(folder, 'kluis'), later, overrides)
      await again.must('vault.unlock', { recoveryKey })
      return opened(again, folder, recoveryKey, later)
    },
    discard: async () => {
      await driver.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Details of a plainly fictional organisation; an invoice can be addressed to it. */
export function organisationDetails(changes: Partial<OrganisationDetails> = {}): OrganisationDetails {
  return {
    name: 'Kinderopvang Fantasia',
    groupId: null,
    kvkNumber: '00000001',
    vatId: '',
    address: { street: 'Verzonnenlaan 1', postcode: '0000 AA', city: 'Nergenshuizen' },
    contactName: 'Afdeling HR',
    contactEmail: '',
    invoiceEmail: '',
    purchaseReference: '',
    ...changes,
  }
}

export function engagementDetails(
  organisationId: Id,
  changes: Partial<EngagementDetails> = {},
): EngagementDetails {
  return {
    organisationId,
    startsOn: calendarDate('2024-01-01'),
    endsOn: null,
    priceCents: cents(149_00),
    hourlyRateCents: cents(85_00),
    hoursBilling: 'bundle',
    bundleMinutes: 0,
    reachableCount: 300,
    preset: 'ordinary',
    threshold: 5,
    thresholdReason: '',
    ...changes,
  }
}

export function caseDetails(organisationId: Id, changes: Partial<CaseDetails> = {}): CaseDetails {
  return {
    organisationId,
    locationId: null,
    firstContactOn: calendarDate('2026-02-03'),
    channel: 'phone',
    melderRole: 'professional',
    position: 'reporting',
    anonymous: false,
    subjects: ['bullying'],
    discriminationGrounds: [],
    accusedRole: 'unknown',
    privacyToldOn: null,
    sameMelderAs: null,
    sameAccusedAs: null,
    isQuestion: null,
    label: '',
    ...changes,
  }
}

/** A practice of which everything is known that an invoice asks for. */
export const PRACTICE: Practice = {
  advisorName: 'Proefpersoon Adviseur',
  businessName: 'Praktijk Proef',
  address: { street: 'Bedachtstraat 2', postcode: '0000 AB', city: 'Nergenshuizen' },
  kvkNumber: '00000009',
  vatId: 'NL000000000B00',
  iban: 'NL00BANK0000000000',
  email: 'proef@voorbeeld.invalid',
  phone: '',
  vatRegime: 'standard',
  smallBusinessSentence: '',
  pricesIncludeVat: false,
  paymentDays: 30,
  certificate: '',
  certifiedUntil: null,
  reachability: '',
  idleMinutes: 5,
  numberedElsewhere: null,
}
