import { type Id } from '#shared/kernel/id.ts'
import { refuse, type Refusal } from '#shared/kernel/refusal.ts'
import { type ReportChoices } from '#shared/reports/report-choices.ts'
import { contains, overlaps, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { type CaseloadRecord } from '../caseload-kinds.ts'
import { type Unlocked } from '../unlocked.ts'
import { type ReportKey } from './kept-reports.ts'

/** What colleagues counted for an organisation in some part of a period. */
export function contributionsOf(
  vault: Unlocked,
  organisationId: Id,
  period: ReportPeriod,
): CaseloadRecord<'contribution'>[] {
  return vault.caseload
    .all('contribution')
    .filter((one) => one.organisationId === organisationId && overlaps(one.period, period))
}

/** What this advisor gave to colleagues of her own counts in some part of a period. */
export function givenOf(
  vault: Unlocked,
  organisationId: Id,
  period: ReportPeriod,
): CaseloadRecord<'given-contribution'>[] {
  return vault.caseload
    .all('given-contribution')
    .filter((one) => one.organisationId === organisationId && overlaps(one.period, period))
}

/**
 * Why her own counts of a period are not handed out by herself: a colleague's report counts them, and whoever has both
 * could subtract one from the other.
 */
export function refuseGiven(
  vault: Unlocked,
  { organisationId, period }: ReportKey,
): Refusal<'contribution-given'> | null {
  return givenOf(vault, organisationId, period).length > 0 ? refuse('contribution-given') : null
}

/** True when an organisation is reported about together with a colleague in some part of a period. */
export function isCountedTogether(vault: Unlocked, organisationId: Id, period: ReportPeriod): boolean {
  return [contributionsOf, givenOf].some((of) => of(vault, organisationId, period).length > 0)
}

/**
 * Where contributions cannot make up the report that is asked for: a colleague's year holds no half-year by itself, and
 * her coarse counts no location and no cross table. `fields` names what is too fine.
 */
export function refuseTooFine(
  vault: Unlocked,
  { organisationId, period }: ReportKey,
  { dimensions, crossTables }: ReportChoices,
): Refusal<'contribution-in-the-way'> | null {
  const contributions = contributionsOf(vault, organisationId, period)
  if (contributions.length === 0) return null
  const tooFine = [
    ...(contributions.some((one) => !contains(period, one.period)) ? ['period'] : []),
    ...(dimensions.some(({ dimension }) => dimension === 'location') ? ['location'] : []),
    ...(crossTables.length > 0 ? ['crossTables'] : []),
  ]
  return tooFine.length > 0 ? refuse('contribution-in-the-way', ...tooFine) : null
}
