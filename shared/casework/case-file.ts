import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { Line } from '../kernel/text.ts'
import { HalfYear } from '../statistics/report-period.ts'
import { LadderRung, Rung } from './ladder.ts'
import { AccusedRole, Channel, MelderRole, Position } from './roles.ts'
import { DiscriminationGround, MainSubject, SubSubject, Track } from './subjects.ts'

/** How a case ended, in one word that a report can count. */
export const OUTCOMES = [
  'resolved',
  'partly-resolved',
  'not-resolved',
  'passed-on',
  'complaint-filed',
  'withdrawn',
  'listening-sufficed',
  'unknown',
] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

/** Facts of a case that are typed and kept alike. */
const facts = {
  organisationId: Id,
  locationId: Id.nullable(),
  firstContactOn: CalendarDate,
  channel: Channel,
  melderRole: MelderRole,
  position: Position,
  anonymous: z.boolean(),
  /** The first one is the main one: the one that a report counts. */
  subjects: z
    .array(SubSubject)
    .min(1)
    .max(10)
    .refine((subjects) => new Set(subjects).size === subjects.length, 'subject-twice'),
  discriminationGrounds: z.array(DiscriminationGround).max(13),
  accusedRole: AccusedRole,
  /** Day on which the melder was told what is written down and why (AVG art. 13). */
  privacyToldOn: CalendarDate.nullable(),
  /** A few words to recognise the case by in a list, without names. */
  label: Line,
}

/** What is typed about a case, at intake or later. Everything that people do not always say can be unknown. */
export const CaseDetails = z.strictObject({
  ...facts,
  /** Any other case of the same melder, so that she counts once a year. */
  sameMelderAs: Id.nullable(),
  /** Any other case about the same person. */
  sameAccusedAs: Id.nullable(),
  /** A question about rules, not a melding: it is counted apart. `null` leaves it to the subjects. */
  isQuestion: z.boolean().nullable().default(null),
})
export type CaseDetails = z.infer<typeof CaseDetails>

export const Closing = z.strictObject({ on: CalendarDate, outcome: Outcome, aftercare: Line })
export type Closing = z.infer<typeof Closing>

/**
 * What a settled report counted a case by. A half-yearly one counts by nothing that goes on changing until the case is
 * closed: rung and outcome are `null` until a year was settled.
 */
export const CountedAs = z.strictObject({
  subject: SubSubject,
  role: MelderRole,
  locationId: Id.nullable(),
  rung: LadderRung.nullable(),
  outcome: z.enum([...OUTCOMES, 'open']).nullable(),
})
export type CountedAs = z.infer<typeof CountedAs>

/**
 * One case. `reference` means nothing and counts nothing. `melderLink` and `accusedLink` tell that two cases
 * concern the same person; they are random and can be destroyed.
 */
export const CaseFile = z.strictObject({
  ...facts,
  id: Id,
  reference: z.string().regex(/^[A-Z]{4}-[0-9]{2}$/),
  melderLink: Id,
  accusedLink: Id.nullable(),
  closing: Closing.nullable(),
  isQuestion: z.boolean(),
  /**
   * The half-year in which it counts, where that of its first contact was settled before it was written down: what was
   * handed over stays true. Else `null`.
   */
  countsIn: HalfYear.nullable(),
  /** What it counted as when a report was settled, so that later figures agree with those that were handed over. */
  countedAs: CountedAs.nullable(),
})
export type CaseFile = z.infer<typeof CaseFile>

/** What a list shows of a case: nothing that was told. */
export const CaseSummary = z.strictObject({
  id: Id,
  reference: z.string(),
  organisationId: Id,
  label: z.string(),
  state: z.enum(['open', 'closed']),
  firstContactOn: CalendarDate,
  lastEntryOn: CalendarDate,
  melderRole: MelderRole,
  position: Position,
  mainSubject: MainSubject,
  subject: SubSubject,
  track: Track,
  highestRung: LadderRung,
  lastStep: Rung.nullable(),
  followUpOn: CalendarDate.nullable(),
  minutes: z.number().int().min(0),
  entries: z.number().int().min(0),
  isQuestion: z.boolean(),
  /** The half-year in which it counts, where that is not the one of its first contact. */
  countsIn: HalfYear.nullable(),
})
export type CaseSummary = z.infer<typeof CaseSummary>
