import { type LocationLine } from '#shared/invoicing/invoice.ts'
import { type Caseload, type Intention } from './caseload.ts'
import { type CaseloadKind, caseloadKinds, type CaseloadRecord, type KindedRecord } from './caseload-kinds.ts'
import { RECORD_OF_FORM } from './draft-id.ts'

const organisation = (id: string) => `organisation:${id}`
const contractOf = (organisationId: string) => `contract-of:${organisationId}`
const location = (id: string) => `location:${id}`
const lrk = (number: string) => `lrk:${number}`
/** A location under the number that an invoice printed. */
const numbered = (id: string, number: string) => `location:${id}:${number}`
const group = (id: string) => `group:${id}`
const caseFile = (id: string) => `case:${id}`
const invoice = (id: string) => `invoice:${id}`

/** By what other records refer to this one. */
function namesOf(record: KindedRecord): string[] {
  switch (record.kind) {
    case 'group':
      return [group(record.value.id)]
    case 'organisation':
      return [organisation(record.value.id)]
    case 'location':
      return [
        location(record.value.id),
        lrk(record.value.lrkNumber),
        numbered(record.value.id, record.value.lrkNumber),
      ]
    case 'engagement':
      return [contractOf(record.value.organisationId)]
    case 'case':
      return [caseFile(record.value.id)]
    case 'invoice':
      return [invoice(record.value.id)]
    case 'activity':
    case 'backup-target':
    case 'check':
    case 'contribution':
    case 'destruction':
    case 'draft':
    case 'entry':
    case 'envelope':
    case 'given-contribution':
    case 'history':
    case 'joint-report':
    case 'kept-time':
    case 'ledger':
    case 'narrative':
    case 'persons':
    case 'practice':
    case 'remainder':
    case 'report':
      return []
  }
}

function locationsCounted({ figure }: CaseloadRecord<'ledger'>): string[] {
  return [figure, ...(figure.crossing === undefined ? [] : [figure.crossing])]
    .filter(({ dimension }) => dimension === 'location')
    .flatMap(({ categories }) => categories.map(location))
}

function given<Value>(name: (value: Value) => string, value: Value | null | undefined): string[] {
  return value === null || value === undefined ? [] : [name(value)]
}

/** Which location a line charges: lines from before they knew it tell it by its number alone. */
function locationOnLine({ locationId: id, lrkNumber }: LocationLine): string[] {
  return id === null ? [lrk(lrkNumber)] : [location(id), numbered(id, lrkNumber)]
}

/** What this record says nothing without, by the names of `namesOf`. A kind that is not listed does not compile. */
function refersTo(record: KindedRecord): string[] {
  switch (record.kind) {
    case 'organisation':
      return given(group, record.value.groupId)
    case 'location':
    case 'engagement':
    case 'narrative':
    case 'contribution':
    case 'kept-time':
      return [organisation(record.value.organisationId)]
    case 'report':
    case 'given-contribution':
      return [organisation(record.value.organisationId), contractOf(record.value.organisationId)]
    case 'activity':
      return given(organisation, record.value.organisationId)
    case 'case': {
      const { organisationId, locationId, countedAs } = record.value
      return [
        organisation(organisationId),
        ...given(location, locationId),
        ...given(location, countedAs?.locationId),
      ]
    }
    case 'entry':
    case 'persons':
      return [caseFile(record.value.caseId)]
    case 'draft': {
      const { about } = record.value
      if (typeof about === 'string')
        return about === 'new-case' || about === 'conversation' ? [] : [caseFile(about)]
      return about.id !== null && RECORD_OF_FORM[about.form] === 'case' ? [caseFile(about.id)] : []
    }
    case 'invoice': {
      const { organisationId, lines, creditOf } = record.value
      return [
        organisation(organisationId),
        contractOf(organisationId),
        ...lines.flatMap((line) => (line.kind === 'location' ? locationOnLine(line) : [])),
        ...given(invoice, creditOf?.id),
      ]
    }
    case 'ledger': {
      const { organisationId, among } = record.value.figure
      return [
        organisation(organisationId),
        ...(among ?? []).map(organisation),
        ...locationsCounted(record.value),
      ]
    }
    case 'remainder':
      return [organisation(record.value.organisationId), ...(record.value.location ?? []).map(location)]
    case 'joint-report': {
      const { subject, among } = record.value
      return [...(subject.kind === 'group' ? [group(subject.groupId)] : []), ...among.map(organisation)]
    }
    case 'group':
    case 'practice':
    case 'backup-target':
    case 'destruction':
    case 'history':
    case 'envelope':
    case 'check':
      return []
  }
}

/**
 * The kind of a record that would refer to something that is not there any more once this is written, `null` where there
 * is none. Of records that go along nothing is asked, and nothing of what was missing before.
 */
export function leftBehind(caseload: Caseload, intentions: readonly Intention[]): CaseloadKind | null {
  const key = ({ kind, id }: { kind: CaseloadKind; id: string }) => `${kind} ${id}`
  const touched = new Set(intentions.map(key))
  const before = intentions.flatMap(({ kind, id }) => caseload.record(kind, id) ?? [])
  const after = intentions.flatMap((intention) => intention.after ?? [])
  const lost = new Set(before.flatMap(namesOf))
  for (const name of after.flatMap(namesOf)) lost.delete(name)
  const kinds = Object.keys(caseloadKinds) as CaseloadKind[]
  const others = kinds
    .flatMap((kind) => caseload.records(kind))
    .filter(({ kind, value: { id } }) => !touched.has(key({ kind, id })))
  const without = [...others, ...after].find((record) => refersTo(record).some((name) => lost.has(name)))
  if (without !== undefined) return without.kind
  const known = new Set([...others, ...after].flatMap(namesOf))
  const asked = new Set(before.flatMap(refersTo))
  const astray = after.find((record) => refersTo(record).some((name) => !asked.has(name) && !known.has(name)))
  return astray?.kind ?? null
}
