import { z } from 'zod'

/**
 * What an advisor does, rungs of the ladder and steps beside it. De-escalation is the aim: the ladder is walked
 * in both directions.
 */
export const RUNGS = [
  'support',
  'information-and-advice',
  'conciliation',
  'mediation',
  'escalation',
  'accompaniment',
  'referral',
  'aftercare',
] as const
export const Rung = z.enum(RUNGS)
export type Rung = z.infer<typeof Rung>

/** The rungs proper, lowest first: what a report counts as the highest rung of a case. */
export const LADDER = [
  'support',
  'information-and-advice',
  'conciliation',
  'mediation',
  'escalation',
] as const
export const LadderRung = z.enum(LADDER)
export type LadderRung = z.infer<typeof LadderRung>

/** The highest rung proper among steps; listening alone is `support`. Steps beside the ladder do not climb it. */
export function highestRung(rungs: readonly Rung[]): LadderRung {
  return LADDER.reduce<LadderRung>((highest, rung) => (rungs.includes(rung) ? rung : highest), 'support')
}

/** A step outward reaches somebody other than the melder and therefore needs her consent first. */
export function isOutward(rung: Rung): boolean {
  switch (rung) {
    case 'conciliation':
    case 'mediation':
    case 'escalation':
    case 'accompaniment':
    case 'referral':
      return true
    case 'support':
    case 'information-and-advice':
    case 'aftercare':
      return false
  }
}

/** To whom a case can be escalated or referred. */
export const DESTINATIONS = [
  'manager',
  'hr',
  'board',
  'complaints-officer',
  'complaints-committee',
  'klachtenloket-kinderopvang',
  'geschillencommissie-kinderopvang',
  'company-doctor',
  'supervisory-board',
  'ggd',
  'vertrouwensinspecteur',
  'veilig-thuis',
  'police',
  'huis-voor-klokkenluiders',
  'lawyer',
  'mediator',
  'gp-or-psychologist',
  'other',
] as const
export const Destination = z.enum(DESTINATIONS)
export type Destination = z.infer<typeof Destination>

export const CONSENTS = ['spoken', 'written', 'refused', 'not-needed'] as const
export const Consent = z.enum(CONSENTS)
export type Consent = z.infer<typeof Consent>
