import { z } from 'zod'
import { ActivityDetails } from '../activities/activity.ts'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Half, Year } from '../calendar/period.ts'
import { CaseDetails, CaseFile, Closing } from '../casework/case-file.ts'
import { Entry, EntryDetails } from '../casework/entry.ts'
import { Persons } from '../casework/persons.ts'
import { Invoice, InvoiceDraft } from '../invoicing/invoice.ts'
import { OpenPeriods } from '../invoicing/open-periods.ts'
import { Id } from '../kernel/id.ts'
import { KeyMark } from './key-mark.ts'
import { FilledLine, Note } from '../kernel/text.ts'
import { EngagementDetails } from '../organisations/engagement.ts'
import { LocationDetails } from '../organisations/location.ts'
import { OrganisationDetails } from '../organisations/organisation.ts'
import { RegisterRow } from '../organisations/register-row.ts'
import { Practice } from '../practice/practice.ts'
import { attackCommands } from './attack-commands.ts'
import { contributionCommands } from './contribution-commands.ts'
import { DraftAbout, FormAbout, NoteAbout } from './draft-about.ts'
import { jointReportCommands } from './joint-report-commands.ts'
import { VaultRefusal } from './refusal-slugs.ts'
import { reportCommands } from './report-commands.ts'
import { securityCommands, TypedSecret } from './security-commands.ts'
import { UndoableCommand } from './undo.ts'
import { VaultFinding, VaultState } from './working-set-rows.ts'

const nothing = z.strictObject({})
const withId = z.strictObject({ id: Id })
const Secret = z.string().min(1).max(1000)
const VaultName = z.string().regex(/^[a-z]+(-\d+)?$/)

/** What is being typed about something. */
const TypedText = z.strictObject({ about: NoteAbout, text: Note, inConversation: z.boolean() })

const WholeCase = z.strictObject({
  caseFile: CaseFile,
  entries: z.array(Entry),
  persons: Persons,
  /** Text that was being typed about this case when the application closed. */
  draft: Note,
  /** Nine-digit numbers in notes that pass the BSN check and are no LRK number: how many, by entry. */
  possibleBsn: z.array(Id),
  /** Other cases of the same melder, and other cases about the same person. */
  sameMelder: z.array(Id),
  sameAccused: z.array(Id),
})
export type WholeCase = z.infer<typeof WholeCase>

const RegisterMatch = z.strictObject({ row: RegisterRow, taken: z.boolean() })

const InvoiceProposal = z.strictObject({
  organisationId: Id,
  proposal: z.union([z.strictObject({ draft: InvoiceDraft }), VaultRefusal]),
  /** Locations that left after they were invoiced for the whole year: a credit may be due. */
  leftAfterInvoice: z.array(Id),
})
export type InvoiceProposal = z.infer<typeof InvoiceProposal>

/** The day that she said it is, after being asked: an invoice bears it although the clock seemed wrong. */
const dayConfirmed = CalendarDate.nullable().default(null)

/**
 * Everything that the screen can ask of the vault process: what goes in, what comes out. Handlers and callers take
 * their types from here; a command without a handler does not compile. Any command may also answer a refusal.
 */
export const vaultCommands = {
  ...securityCommands,
  ...reportCommands,
  ...attackCommands,
  ...contributionCommands,
  ...jointReportCommands,
  /** What stands on the disk, before anything is unlocked. */
  'vault.status': {
    input: nothing,
    answer: z.strictObject({
      stage: z.enum(['no-vault', 'locked', 'open']),
      /** Vaults by name, the first one first; more than one after a backup was restored beside it. */
      vaults: z.array(VaultName),
    }),
  },
  /** Six Dutch words drawn at random. */
  'vault.suggestPassphrase': { input: nothing, answer: z.strictObject({ passphrase: z.string() }) },
  /** Draws keys and a recovery key; nothing is written yet. */
  'vault.prepare': {
    input: z.strictObject({ passphrase: Secret, advisorName: FilledLine }),
    answer: z.strictObject({ recoveryKey: z.string(), mark: KeyMark }),
  },
  /** Writes the vault once the recovery key was typed back, and opens it. */
  'vault.create': { input: z.strictObject({ recoveryKey: Secret }), answer: VaultState },
  'vault.unlock': {
    input: z.union([
      z.strictObject({ passphrase: Secret, vault: VaultName.optional(), reading: z.boolean().optional() }),
      z.strictObject({ recoveryKey: Secret, vault: VaultName.optional(), reading: z.boolean().optional() }),
    ]),
    answer: VaultState.extend({ findings: z.array(VaultFinding) }),
  },
  /**
   * Makes a vault out of a backup file that the advisor chose: beside the vault that is there, never over it and never
   * merged with it. What was destroyed since the backup is destroyed again.
   */
  'vault.restore': {
    input: z.strictObject({ token: z.string().min(1).max(100), secret: TypedSecret }),
    answer: z.strictObject({
      vault: VaultName,
      records: z.number().int(),
      lastChangeAt: z.iso.datetime().nullable(),
      destroyedAgain: z.number().int(),
      /** The list beside the backup of what was destroyed; where it is not whole, such a thing may be back. */
      destroyedList: z.enum(['whole', 'missing', 'unreadable']),
    }),
  },
  /** Hands the whole working set to the screen, as `changes` events, newest cases first. */
  'workingSet.load': { input: nothing, answer: nothing },
  /**
   * Takes back the last change, and nothing else: says which command that was, and what is being typed again by that.
   * Refuses, and keeps it, when something that stands rests on it.
   */
  'undo.last': {
    input: nothing,
    answer: z.strictObject({ undone: UndoableCommand, draft: TypedText.nullable() }),
  },

  'practice.save': { input: Practice, answer: nothing },

  'group.save': { input: z.strictObject({ id: Id.nullable(), name: FilledLine }), answer: withId },
  'organisation.save': {
    input: z.strictObject({ id: Id.nullable(), details: OrganisationDetails }),
    answer: withId,
  },
  'organisation.remove': { input: withId, answer: nothing },
  'location.save': { input: z.strictObject({ id: Id.nullable(), details: LocationDetails }), answer: withId },
  'location.remove': { input: withId, answer: nothing },
  'engagement.save': { input: EngagementDetails, answer: withId },
  /** What a change of the contract would change after the fact: periods until today, not yet invoiced or reported. */
  'engagement.openPeriods': { input: z.strictObject({ organisationId: Id }), answer: OpenPeriods },

  /** Reads the register file that the advisor chose; its rows stay in memory until the application locks. */
  'register.open': {
    input: z.strictObject({ token: z.string().min(1).max(100) }),
    answer: z.strictObject({
      rows: z.number().int(),
      skipped: z.number().int(),
      failingCheck: z.number().int(),
      missingColumns: z.array(z.string()),
    }),
  },
  /** Rows in which every word of the query occurs; `total` counts all, `matches` holds at most 500. */
  'register.search': {
    input: z.strictObject({ query: z.string().max(200), holder: z.string().max(200).nullable() }),
    answer: z.strictObject({
      total: z.number().int(),
      holders: z.array(z.strictObject({ holder: z.string(), count: z.number().int() })),
      matches: z.array(RegisterMatch),
    }),
  },
  /** Takes rows over as locations of an organisation, under contract from a day. Numbers it has already are skipped. */
  'register.take': {
    input: z.strictObject({
      organisationId: Id,
      lrkNumbers: z.array(z.string()).min(1).max(5000),
      joinedOn: CalendarDate,
    }),
    answer: z.strictObject({ taken: z.number().int(), skipped: z.number().int() }),
  },

  'case.open': { input: withId, answer: WholeCase },
  /**
   * A new case with its first note (a contact of the day of first contact when the note is filled), and with it an
   * organisation that is not known yet, by its name alone: whichever the details name is then not looked at.
   */
  'case.start': {
    input: z.strictObject({
      details: CaseDetails,
      newOrganisation: FilledLine.nullable().default(null),
      note: Note,
      minutes: z.number().int().min(1).max(1440),
    }),
    answer: z.strictObject({ id: Id, reference: z.string() }),
  },
  'case.change': { input: z.strictObject({ id: Id, details: CaseDetails }), answer: nothing },
  /** Tells that a case concerns somebody else after all: it loses what it shared with others. */
  'case.unlink': { input: z.strictObject({ id: Id, which: z.enum(['melder', 'accused']) }), answer: nothing },
  'case.close': { input: z.strictObject({ id: Id, closing: Closing }), answer: nothing },
  'case.reopen': { input: withId, answer: nothing },
  'case.savePersons': { input: z.strictObject({ id: Id, persons: Persons }), answer: nothing },
  'case.search': {
    input: z.strictObject({ query: z.string().max(200) }),
    answer: z.strictObject({ hits: z.array(z.strictObject({ id: Id, snippet: z.string() })) }),
  },
  'entry.save': {
    input: z.strictObject({
      caseId: Id,
      id: Id.nullable(),
      details: EntryDetails,
      /** The draft that this was, which is forgotten with it. */
      endsDraft: NoteAbout.nullable().default(null),
    }),
    answer: withId,
  },
  'entry.remove': { input: withId, answer: nothing },
  /**
   * Keeps what is being typed; an empty text forgets it. A conversation that is cut short is found back by its draft. The
   * text of a form is its values as JSON, as they were typed.
   */
  'draft.save': {
    input: z.strictObject({ about: DraftAbout, text: Note, inConversation: z.boolean().default(false) }),
    answer: nothing,
  },
  /** What was being typed about a new case. */
  'draft.open': { input: nothing, answer: z.strictObject({ text: Note }) },
  /** What was typed in a form and not saved; empty when nothing was. */
  'draft.ofForm': { input: z.strictObject({ about: FormAbout }), answer: z.strictObject({ text: Note }) },
  /** The conversation that was not rounded off when the application closed, if any. */
  'draft.ofConversation': {
    input: nothing,
    answer: z.strictObject({ draft: z.strictObject({ about: NoteAbout, text: Note }).nullable() }),
  },

  'activity.save': { input: z.strictObject({ id: Id.nullable(), details: ActivityDetails }), answer: withId },
  'activity.remove': { input: withId, answer: nothing },
  /**
   * Minutes of a year by organisation: merged as they are billed, with the bundle that was bought for it or, of a
   * year that is not over, agreed.
   */
  'hours.overview': {
    input: z.strictObject({ year: Year }),
    answer: z.strictObject({
      organisations: z.array(
        z.strictObject({
          organisationId: Id,
          firstHalfMinutes: z.number().int(),
          secondHalfMinutes: z.number().int(),
          bundleMinutes: z.number().int(),
        }),
      ),
    }),
  },

  /** Minutes of a case that no invoice has yet, to be told before it is destroyed; none where a bundle pays them. */
  'case.uninvoicedTime': { input: withId, answer: z.strictObject({ minutes: z.number().int().min(0) }) },

  /** The yearly run: for each organisation a draft, or why there is none. */
  'invoice.proposeYear': {
    input: z.strictObject({ year: Year }),
    answer: z.strictObject({ proposals: z.array(InvoiceProposal) }),
  },
  'invoice.proposeHours': {
    input: z.strictObject({ year: Year, half: Half }),
    answer: z.strictObject({ proposals: z.array(InvoiceProposal) }),
  },
  /** Makes the invoice anew from what stands in the vault and issues it. */
  'invoice.issue': {
    input: z.strictObject({
      organisationId: Id,
      run: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('yearly'), year: Year }),
        z.strictObject({ kind: z.literal('hours'), year: Year, half: Half }),
      ]),
      dayConfirmed,
    }),
    answer: z.strictObject({ invoice: Invoice }),
  },
  'invoice.credit': { input: withId.extend({ dayConfirmed }), answer: z.strictObject({ invoice: Invoice }) },
} as const

export type VaultCommand = keyof typeof vaultCommands
export type VaultInput<Command extends VaultCommand> = z.input<(typeof vaultCommands)[Command]['input']>
export type VaultAnswer<Command extends VaultCommand> = z.infer<(typeof vaultCommands)[Command]['answer']>
