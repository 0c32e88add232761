import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type Entry } from '#shared/casework/entry.ts'
import { entryOrder } from '#shared/casework/entry-order.ts'
import {
  type Consent,
  highestRung,
  isOutward,
  LADDER,
  type LadderRung,
  type Rung,
} from '#shared/casework/ladder.ts'

type Step = Extract<Entry, { kind: 'intervention' }>

/** Where a case stands, as the narrow column beside its timeline shows it. */
export type CaseStanding = {
  /** The ladder, highest rung on top, with how often each was taken. */
  rungs: { rung: LadderRung; times: number; isHighest: boolean }[]
  /** Steps beside the ladder that were taken, with how often. */
  beside: { rung: Rung; times: number }[]
  /** Consent for steps outward, the latest first. */
  consents: { id: string; rung: Rung; consent: Consent; on: CalendarDate }[]
}

function isLadderRung(rung: Rung): rung is LadderRung {
  return (LADDER as readonly Rung[]).includes(rung)
}

/** Reads the standing of a case from its entries, in whatever order they come. */
export function caseStanding(entries: readonly Entry[]): CaseStanding {
  const steps = entries
    .filter((entry): entry is Step => entry.kind === 'intervention')
    .sort((a, b) => entryOrder(b, a))
  const taken = steps.map(({ rung }) => rung)
  const times = (rung: Rung): number => taken.filter((one) => one === rung).length
  const highest = highestRung(taken)
  return {
    rungs: [...LADDER]
      .reverse()
      .map((rung) => ({ rung, times: times(rung), isHighest: entries.length > 0 && rung === highest })),
    beside: [...new Set(taken)]
      .filter((rung) => !isLadderRung(rung))
      .map((rung) => ({ rung, times: times(rung) })),
    consents: steps
      .filter(({ rung }) => isOutward(rung))
      .map(({ id, rung, consent, on }) => ({ id, rung, consent, on })),
  }
}
