import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { Line, Note } from '../kernel/text.ts'
import { Consent, Destination, Rung } from './ladder.ts'
import { Channel } from './roles.ts'

/** Minutes of work on one day: at least one, at most the day has. */
export const Minutes = z.number().int().min(1).max(1440)

/** A conversation or message with the melder or about the case. */
export const ContactDetails = z.strictObject({
  kind: z.literal('contact'),
  on: CalendarDate,
  channel: Channel,
  minutes: Minutes,
  note: Note,
})

export const STEP_OUTCOMES = ['helped', 'partly-helped', 'did-not-help', 'pending', 'unknown'] as const
export const StepOutcome = z.enum(STEP_OUTCOMES)
export type StepOutcome = z.infer<typeof StepOutcome>

/** A step on the ladder or beside it. */
export const InterventionDetails = z.strictObject({
  kind: z.literal('intervention'),
  on: CalendarDate,
  rung: Rung,
  minutes: Minutes,
  /** Who took part, by role and not by name: "melder en leidinggevende". */
  participants: Line,
  consent: Consent,
  destination: Destination.nullable(),
  outcome: StepOutcome,
  followUpOn: CalendarDate.nullable(),
  note: Note,
})

/** What is typed about one moment of a case. */
export const EntryDetails = z.discriminatedUnion('kind', [ContactDetails, InterventionDetails])
export type EntryDetails = z.infer<typeof EntryDetails>

/** `order` numbers the entries of a case as they were written down: entries carry a day and no time. */
const stored = { id: Id, caseId: Id, order: z.number().int().min(0) }

export const Entry = z.discriminatedUnion('kind', [
  ContactDetails.extend(stored),
  InterventionDetails.extend(stored),
])
export type Entry = z.infer<typeof Entry>
