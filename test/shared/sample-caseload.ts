import fc from 'fast-check'
import { addDays, type CalendarDate, calendarDate, daysBetween } from '#shared/calendar/calendar-date.ts'
import { CaseDetails, CaseFile } from '#shared/casework/case-file.ts'
import { Entry, EntryDetails } from '#shared/casework/entry.ts'
import { type Id, idFrom } from '#shared/kernel/id.ts'
import { Engagement } from '#shared/organisations/engagement.ts'
import { Location } from '#shared/organisations/location.ts'
import { Organisation } from '#shared/organisations/organisation.ts'
import { NEW_PRACTICE, Practice } from '#shared/practice/practice.ts'

/** The id with number `n`: `sampleId(1) < sampleId(2)`. */
export function sampleId(n: number): Id {
  const bytes = new Uint8Array(26)
  bytes.set([(n >> 15) & 31, (n >> 10) & 31, (n >> 5) & 31, n & 31], 22)
  return idFrom(bytes)
}

export const ORGANISATION = sampleId(1)

/** LRK numbers that pass the elfproef and belong to nobody's sample but these. */
export const LRK_NUMBERS = ['100178376', '100248640', '100565323', '100819497'] as const

const address = { street: 'Denkbeeldigweg 12', postcode: '2000 BB', city: 'Verzonnendorp' }

export function samplePractice(changes: Partial<Record<keyof Practice, unknown>> = {}): Practice {
  return Practice.parse({
    ...NEW_PRACTICE,
    advisorName: 'Proefpersoon A',
    businessName: 'Praktijk Fantasia',
    address,
    kvkNumber: '12345678',
    vatId: 'NL000000000B00',
    iban: 'NL00BANK0123456789',
    ...changes,
  })
}

export function sampleOrganisation(changes: Record<string, unknown> = {}): Organisation {
  return Organisation.parse({
    id: ORGANISATION,
    name: 'Kinderopvang Fantasia',
    groupId: null,
    kvkNumber: null,
    vatId: '',
    address,
    contactName: 'Proefpersoon B',
    contactEmail: '',
    invoiceEmail: '',
    purchaseReference: '',
    ...changes,
  })
}

export function sampleEngagement(changes: Record<string, unknown> = {}): Engagement {
  return Engagement.parse({
    id: sampleId(2),
    organisationId: ORGANISATION,
    startsOn: '2020-01-01',
    endsOn: null,
    priceCents: 149_00,
    hourlyRateCents: 85_00,
    hoursBilling: 'half-yearly-line',
    bundleMinutes: 0,
    reachableCount: 80,
    preset: 'ordinary',
    threshold: 5,
    thresholdReason: '',
    ...changes,
  })
}

/** The location with number `n`, under contract since 2020 unless told otherwise. */
export function sampleLocation(n: number, changes: Record<string, unknown> = {}): Location {
  return Location.parse({
    id: sampleId(100 + n),
    organisationId: ORGANISATION,
    name: `Locatie ${n}`,
    lrkNumber: LRK_NUMBERS[n] ?? String(200_000_000 + n),
    type: 'KDV',
    address,
    costCentre: '',
    joinedOn: '2020-01-01',
    leftOn: null,
    ...changes,
  })
}

export function sampleDetails(changes: Record<string, unknown> = {}): CaseDetails {
  return CaseDetails.parse({
    organisationId: ORGANISATION,
    locationId: null,
    firstContactOn: '2025-03-10',
    channel: 'phone',
    melderRole: 'professional',
    position: 'reporting',
    anonymous: false,
    subjects: ['workload'],
    discriminationGrounds: [],
    accusedRole: 'unknown',
    privacyToldOn: null,
    sameMelderAs: null,
    sameAccusedAs: null,
    label: '',
    ...changes,
  })
}

/** The case with number `n`, of a melder of its own unless `melderLink` says otherwise. */
export function sampleCase(n: number, changes: Record<string, unknown> = {}): CaseFile {
  const { sameMelderAs: _melder, sameAccusedAs: _accused, ...facts } = sampleDetails()
  return CaseFile.parse({
    ...facts,
    id: sampleId(1000 + n),
    reference: 'BIVO-72',
    melderLink: sampleId(2000 + n),
    accusedLink: null,
    closing: null,
    isQuestion: false,
    countsIn: null,
    countedAs: null,
    ...changes,
  })
}

export function sampleContact(changes: Record<string, unknown> = {}): EntryDetails {
  return EntryDetails.parse({
    kind: 'contact',
    on: '2025-03-10',
    channel: 'phone',
    minutes: 30,
    note: '',
    ...changes,
  })
}

export function sampleStep(changes: Record<string, unknown> = {}): EntryDetails {
  return EntryDetails.parse({
    kind: 'intervention',
    on: '2025-03-12',
    rung: 'information-and-advice',
    minutes: 45,
    participants: '',
    consent: 'spoken',
    destination: null,
    outcome: 'unknown',
    followUpOn: null,
    note: '',
    ...changes,
  })
}

/** The entry as it stands in a case, the one that was written down as number `n`. */
export function written(details: EntryDetails, n = 1, caseFile: CaseFile = sampleCase(1)): Entry {
  return Entry.parse({ ...details, id: sampleId(5000 + n), order: n, caseId: caseFile.id })
}

/** Any day from one day to another, both included. */
export function anyDay(from = '2000-01-01', to = '2100-12-31'): fc.Arbitrary<CalendarDate> {
  const first = calendarDate(from)
  return fc.integer({ min: 0, max: daysBetween(first, calendarDate(to)) }).map((days) => addDays(first, days))
}
