import { addDays, type CalendarDate, calendarDate } from '#shared/calendar/calendar-date.ts'
import { type Outcome } from '#shared/casework/case-file.ts'
import { type EntryDetails } from '#shared/casework/entry.ts'
import { type Destination, isOutward, type Rung } from '#shared/casework/ladder.ts'
import { audienceOf, type Channel, type MelderRole, type Position } from '#shared/casework/roles.ts'
import { type SubSubject, subjectsFor } from '#shared/casework/subjects.ts'
import { type Dice } from './dice.ts'

/** A case of the story, without the organisation that it belongs to. */
export type InventedCase = {
  firstContactOn: CalendarDate
  channel: Channel
  melderRole: MelderRole
  position: Position
  subjects: SubSubject[]
  label: string
  melderName: string
  note: string
  minutes: number
  entries: EntryDetails[]
  closing: { on: CalendarDate; outcome: Outcome; aftercare: string } | null
}

const ROLES: readonly MelderRole[] = [
  'professional',
  'professional',
  'professional',
  'professional',
  'professional',
  'trainee',
  'manager',
  'childminder',
  'parent',
  'parent',
  'parent',
  'parent-committee',
  'volunteer',
]

const STAFF_SUBJECTS: readonly SubSubject[] = [
  'bullying',
  'aggression',
  'sexual-harassment',
  'discrimination',
  'between-colleagues',
  'with-manager',
  'with-manager',
  'workload',
  'unclear-tasks',
  'performance-and-prospects',
  'collective-agreement',
  'question-about-regulations',
]

const OPENINGS: readonly string[] = [
  'Melder vertelt dat de sfeer in het team al langere tijd gespannen is en vraagt wat zij kan doen.',
  'Melder belt na een voorval op de groep en wil eerst haar verhaal kwijt.',
  'Melder heeft een vraag over de gang van zaken en weet niet bij wie zij terechtkan.',
  'Melder voelt zich niet gehoord en overweegt een gesprek met de leidinggevende.',
  'Melder zoekt iemand om mee te denken voordat zij een besluit neemt.',
]

const FOLLOW_UPS: readonly string[] = [
  'Mogelijkheden besproken. Melder denkt erover na en belt terug.',
  'Gesprek voorbereid; melder wil zelf het woord doen.',
  'Melder geeft aan dat het iets beter gaat en wil nog even afwachten.',
  'Teruggekeken op het gesprek. Afspraken zijn nagekomen.',
]

const OUTCOMES: readonly Outcome[] = [
  'resolved',
  'resolved',
  'resolved',
  'partly-resolved',
  'partly-resolved',
  'listening-sufficed',
  'listening-sufficed',
  'not-resolved',
  'passed-on',
  'withdrawn',
  'complaint-filed',
]

const DESTINATIONS: readonly Destination[] = [
  'manager',
  'hr',
  'complaints-officer',
  'company-doctor',
  'klachtenloket-kinderopvang',
]

function step(dice: Dice, rung: Rung, on: CalendarDate): EntryDetails {
  return {
    kind: 'intervention',
    on,
    rung,
    minutes: 20 + 5 * dice.below(15),
    participants: isOutward(rung) ? 'melder en leidinggevende' : 'melder',
    consent: isOutward(rung) ? dice.pick(['spoken', 'written'] as const) : 'not-needed',
    destination: rung === 'escalation' || rung === 'referral' ? dice.pick(DESTINATIONS) : null,
    outcome: dice.pick(['helped', 'helped', 'partly-helped', 'pending'] as const),
    followUpOn: null,
    note: dice.pick(FOLLOW_UPS),
  }
}

/** How far up the ladder a case goes: most stay low. */
function steps(dice: Dice): Rung[] {
  const height = dice.below(20)
  if (height < 4) return []
  if (height < 13) return ['information-and-advice']
  if (height < 17) return ['information-and-advice', 'conciliation']
  if (height < 19) return ['information-and-advice', 'conciliation', 'mediation']
  return ['information-and-advice', 'escalation']
}

/** One case of a year, drawn with the dice; `number` only serves to call its invented melder something. */
export function inventCase(dice: Dice, year: number, number: number): InventedCase {
  const firstContactOn = addDays(calendarDate(`${year}-01-06`), dice.below(320))
  const melderRole = dice.pick(ROLES)
  const subject =
    audienceOf(melderRole) === 'parent' ? dice.pick(subjectsFor('parent')) : dice.pick(STAFF_SUBJECTS)
  const position: Position = dice.below(12) === 0 ? 'accused' : 'reporting'
  let on = firstContactOn
  const entries: EntryDetails[] = []
  for (const rung of steps(dice)) {
    on = addDays(on, 3 + dice.below(9))
    entries.push(step(dice, rung, on))
  }
  if (dice.below(2) === 0) {
    on = addDays(on, 2 + dice.below(6))
    entries.push({
      kind: 'contact',
      on,
      channel: dice.pick(['phone', 'email', 'video'] as const),
      minutes: 10 + 5 * dice.below(8),
      note: dice.pick(FOLLOW_UPS),
    })
  }
  const closes = dice.below(10) > 0
  return {
    firstContactOn,
    channel: dice.pick(['phone', 'phone', 'phone', 'email', 'video', 'in-person'] as const),
    melderRole,
    position,
    subjects: [subject],
    label: dice.pick([
      'sfeer in het team',
      'voorval op de groep',
      'gesprek met leiding',
      'vraag over regels',
      'samenwerking',
    ]),
    melderName: `Proefpersoon ${number}`,
    note: dice.pick(OPENINGS),
    minutes: 25 + 5 * dice.below(8),
    entries,
    closing: closes ? { on: addDays(on, dice.below(10)), outcome: dice.pick(OUTCOMES), aftercare: '' } : null,
  }
}
