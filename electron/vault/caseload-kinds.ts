import { z } from 'zod'
import { Activity } from '#shared/activities/activity.ts'
import { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { CaseFile } from '#shared/casework/case-file.ts'
import { Destruction } from '#shared/casework/destruction.ts'
import { Entry } from '#shared/casework/entry.ts'
import { Persons } from '#shared/casework/persons.ts'
import { DraftAbout } from '#shared/contracts/draft-about.ts'
import { WholeCheck } from '#shared/contracts/safety-check.ts'
import { Invoice } from '#shared/invoicing/invoice.ts'
import { KeptTime } from '#shared/invoicing/kept-time.ts'
import { Id } from '#shared/kernel/id.ts'
import { Line, Note } from '#shared/kernel/text.ts'
import { Engagement } from '#shared/organisations/engagement.ts'
import { Location } from '#shared/organisations/location.ts'
import { Group, Organisation } from '#shared/organisations/organisation.ts'
import { Practice } from '#shared/practice/practice.ts'
import { AnnualReport } from '#shared/reports/annual-report.ts'
import {
  CountedRemainder,
  DraftOfReport,
  GivenContribution,
  KeptJointReport,
  LedgerEntry,
  MergedContribution,
} from './report-records.ts'

/**
 * `scope` names the key of these names alone: names that are written down after others were destroyed get a new one,
 * and names that were taken back leave theirs to those that come instead (`personsScope`).
 */
const PersonsOfCase = Persons.extend({ id: z.string(), caseId: Id, scope: z.string() })
const Draft = z.strictObject({ id: z.string(), about: DraftAbout, text: Note, inConversation: z.boolean() })
const BackupTarget = z.strictObject({
  id: Id,
  name: Line,
  path: z.string().min(1),
  addedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  lastDrillAt: z.iso.datetime().nullable(),
  /** Since when no backups go there any more; those that were made are out there all the same. */
  retiredAt: z.iso.datetime().nullable(),
  /** Backups that were made and proven here, oldest first. */
  made: z.array(
    z.strictObject({
      fileName: z.string(),
      stateNumber: z.number().int(),
      date: CalendarDate,
      provenAt: z.iso.datetime(),
      /** How a check found it last: `spoiled` does not open any more, `gone` is not there. */
      found: z.enum(['good', 'spoiled', 'gone']).default('good'),
    }),
  ),
})
/**
 * States in which somebody outside may have seen this vault, oldest first: those of its backups, written down before the
 * file has its name, and those from which a sitting went on. A backup of it that tells of any other state since the first
 * of these is of another history: the vault was put back, and went on.
 */
const History = z.strictObject({
  id: z.literal('history'),
  states: z.array(
    z.strictObject({ stateNumber: z.number().int().min(0), head: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})
const Envelope = z.strictObject({ id: z.literal('envelope'), madeAt: z.iso.datetime() })

/** Every kind of record that the vault holds, with the schema that reads it back. */
export const caseloadKinds = {
  practice: Practice.extend({ id: z.literal('practice') }),
  group: Group,
  organisation: Organisation,
  location: Location,
  engagement: Engagement,
  case: CaseFile,
  entry: Entry,
  persons: PersonsOfCase,
  draft: Draft,
  activity: Activity,
  'kept-time': KeptTime,
  invoice: Invoice,
  narrative: DraftOfReport,
  report: AnnualReport,
  ledger: LedgerEntry,
  contribution: MergedContribution,
  'given-contribution': GivenContribution,
  remainder: CountedRemainder,
  'joint-report': KeptJointReport,
  'backup-target': BackupTarget,
  destruction: Destruction,
  history: History,
  envelope: Envelope,
  check: WholeCheck.extend({ id: z.literal('check') }),
} as const

export type CaseloadKind = keyof typeof caseloadKinds
export type CaseloadRecord<Kind extends CaseloadKind> = z.infer<(typeof caseloadKinds)[Kind]>

/** A record of some kind, together with that kind. */
export type KindedRecord = {
  [Kind in CaseloadKind]: { kind: Kind; value: CaseloadRecord<Kind> }
}[CaseloadKind]

/** The key of all names that a case had since `destructions` times its names were destroyed, whatever became of them. */
export const personsScope = (caseId: Id, destructions: number): string => `${caseId}-${destructions}`

/** The key of everything that is being typed: after so many destructions of whatever another one. */
export const draftScope = (destructions: number): string => `drafts:${destructions}`

/**
 * Under which key a record lies: a case with its notes under its own, its persons under a second one, so that
 * either can be destroyed by forgetting a key; all else under the common one. What is being typed lies under a key of
 * which only the caseload knows the number: nobody can tell which case a note will belong to, so every destruction
 * takes all notes of before out of every copy, and what is still being typed moves on under a new key.
 */
export function scopeOf(record: Exclude<KindedRecord, { kind: 'draft' }>): string {
  switch (record.kind) {
    case 'case':
      return `case:${record.value.id}`
    case 'entry':
      return `case:${record.value.caseId}`
    case 'persons':
      return `persons:${record.value.scope}`
    case 'practice':
    case 'group':
    case 'organisation':
    case 'location':
    case 'engagement':
    case 'activity':
    case 'kept-time':
    case 'invoice':
    case 'narrative':
    case 'report':
    case 'ledger':
    case 'contribution':
    case 'given-contribution':
    case 'remainder':
    case 'joint-report':
    case 'backup-target':
    case 'destruction':
    case 'history':
    case 'envelope':
    case 'check':
      return 'common'
  }
}
