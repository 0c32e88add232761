import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { EntryDetails } from '#shared/casework/entry.ts'
import { isOutward, type Rung } from '#shared/casework/ladder.ts'
import { z } from 'zod'

/** Minutes that stand in a new entry until others are typed. */
export const USUAL_MINUTES = 30

type Contact = Extract<z.input<typeof EntryDetails>, { kind: 'contact' }>
type Step = Extract<z.input<typeof EntryDetails>, { kind: 'intervention' }>

/**
 * What can be typed about a moment. The fields of both kinds stand in it at once, so that nothing is lost when a
 * contact turns out to be a step.
 */
export type EntryInput = Omit<Contact, 'kind'> & Omit<Step, 'kind'> & { kind: Contact['kind'] | Step['kind'] }

/** True for a step that goes to somebody in particular. */
export function hasDestination(rung: Rung): boolean {
  return rung === 'escalation' || rung === 'referral'
}

function detailsOf(typed: EntryInput): Contact | Step {
  const { kind, channel, on, minutes, note, ...step } = typed
  if (kind === 'contact') return { kind, on, channel, minutes, note }
  return {
    ...step,
    kind,
    on,
    minutes,
    note,
    consent: isOutward(step.rung) ? step.consent : 'not-needed',
    destination: hasDestination(step.rung) ? step.destination : null,
  }
}

/** Checks what was typed as the kind that it is; what that kind does not have is dropped. */
export const EntryForm: z.ZodType<EntryDetails, EntryInput> = z
  .custom<EntryInput>((typed) => typeof typed === 'object' && typed !== null)
  .transform((typed, context) => {
    const parsed = EntryDetails.safeParse(detailsOf(typed))
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

/** A new entry of a day. */
export function newEntry(kind: EntryInput['kind'], on: CalendarDate, note: string): EntryInput {
  return {
    kind,
    on,
    channel: 'phone',
    minutes: USUAL_MINUTES,
    note,
    rung: 'information-and-advice',
    participants: '',
    consent: 'not-needed',
    destination: null,
    outcome: 'pending',
    followUpOn: null,
  }
}

/** An entry that was written down, to be changed. */
export function writtenEntry(entry: EntryDetails): EntryInput {
  return { ...newEntry(entry.kind, entry.on, entry.note), ...entry }
}
