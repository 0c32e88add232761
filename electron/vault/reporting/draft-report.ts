import { addDays, type CalendarDate, calendarDate } from '#shared/calendar/calendar-date.ts'
import { includes, overlap, type Period } from '#shared/calendar/period.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type Engagement } from '#shared/organisations/engagement.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { NEW_PRACTICE } from '#shared/practice/practice.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { followUpsOf } from '#shared/reports/recommendation.ts'
import { reportActivities } from '#shared/reports/report-activities.ts'
import { daysOf, lastYearOf, oneYearEarlier } from '#shared/reports/reported-time.ts'
import { type ReportRequest } from '#shared/statistics/protect-report.ts'
import { type Released } from '#shared/statistics/released.ts'
import { type Unlocked } from '../unlocked.ts'
import { gateRequest } from './gate-request.ts'
import { contributionsOf, refuseTooFine } from './kept-contributions.ts'
import { draftOf, type ReportKey, settledReport } from './kept-reports.ts'

/** The contract under which a report may be made: none when it did not run on any day of the period. */
export function contractOver(vault: Unlocked, { organisationId, period }: ReportKey): Engagement | null {
  const contract = vault.caseload.all('engagement').find((one) => one.organisationId === organisationId)
  if (contract === undefined) return null
  return overlap(daysOf(period), { from: contract.startsOn, to: contract.endsOn }) === null ? null : contract
}

/**
 * The same period of the two years before as it was printed, last year first. Before the first year of the contract
 * there was nothing to settle: such a year is left out, unless figures of it or of a year before were printed all the
 * same.
 */
function earlierYears(
  vault: Unlocked,
  of: ReportKey,
  contractFrom: CalendarDate,
): AnnualReport['earlierYears'] {
  const last = oneYearEarlier(of.period)
  const before = last && oneYearEarlier(last)
  const both = [last, before]
    .filter((period) => period !== null)
    .map((period) => {
      const settled = settledReport(vault, { ...of, period })
      return {
        hadContract: daysOf(period).to >= contractFrom,
        shown: {
          year: lastYearOf(period),
          figures: settled?.figures ?? null,
          advisorCount: settled?.advisorCount ?? 1,
        },
      }
    })
  return both
    .filter(
      ({ hadContract, shown }) =>
        hadContract || both.some((other) => other.shown.figures !== null && other.shown.year <= shown.year),
    )
    .map(({ shown }) => shown)
}

/** The locations of an organisation that are under contract on some of these days. */
export function locationsWithin(vault: Unlocked, organisationId: Id, days: Period) {
  return vault.caseload
    .all('location')
    .filter(
      (location) =>
        location.organisationId === organisationId &&
        overlap(days, { from: location.joinedOn, to: location.leftOn }) !== null,
    )
}

/** All locations that an organisation has or had, as figures call them. */
export function namedLocations(vault: Unlocked, organisationId: Id): AnnualReport['locations'] {
  return vault.caseload
    .all('location')
    .filter((one) => one.organisationId === organisationId)
    .map(({ id, name, address, lrkNumber }) => ({ id, name, place: address.city, lrkNumber }))
    .sort((a, b) => dutchOrder(a.name, b.name))
}

function groupOf(vault: Unlocked, organisation: Organisation, days: Period): AnnualReport['group'] {
  const group = organisation.groupId === null ? undefined : vault.caseload.get('group', organisation.groupId)
  if (group === undefined) return null
  return {
    name: group.name,
    entities: vault.caseload
      .all('organisation')
      .filter((one) => one.groupId === group.id)
      .sort((a, b) => dutchOrder(a.name, b.name))
      .map(({ id, name, kvkNumber }) => ({
        organisationId: id,
        name,
        kvkNumber: kvkNumber ?? '',
        locationCount: locationsWithin(vault, id, days).length,
      })),
  }
}

/** Her hours of training and peer review in the four years that end with the period; none that a case gave rise to. */
function certificationTime(vault: Unlocked, to: CalendarDate): AnnualReport['certificationTime'] {
  const from = addDays(calendarDate(`${Number(to.slice(0, 4)) - 4}${to.slice(4)}`), 1)
  const minutesOf = (kind: 'training' | 'peer-review') =>
    vault.caseload
      .all('activity')
      .filter((one) => one.kind === kind && !one.becauseOfCase && includes({ from, to }, one.on))
      .reduce((total, { minutes }) => total + minutes, 0)
  return { from, to, trainingMinutes: minutesOf('training'), peerReviewMinutes: minutesOf('peer-review') }
}

/** The report before this one whose recommendations are looked back on: of the same period a year earlier. */
function recommendedBefore(vault: Unlocked, of: ReportKey) {
  const before = oneYearEarlier(of.period)
  return before === null
    ? []
    : (settledReport(vault, { ...of, period: before })?.narrative.recommendations ?? [])
}

/** What every report says of the advisor herself. */
export function advisorFacts({ caseload }: Unlocked): AnnualReport['advisor'] {
  const practice = caseload.get('practice', 'practice') ?? NEW_PRACTICE
  const {
    advisorName: name,
    businessName,
    certificate,
    certifiedUntil,
    email,
    phone,
    reachability,
  } = practice
  return { name, businessName, certificate, certifiedUntil, email, phone, reachability }
}

/** A report that lacks nothing but the verdict of the gate. */
export type AskedReport = {
  request: ReportRequest
  /** The whole report, once the gate has released its figures. */
  withFigures(released: Released): VaultAnswer<'report.preview'>
}

/**
 * Everything of a report as it stands now, and what the gate is to be asked for it. Nothing is read from the vault
 * after this, so that the gate may take its time while other commands go on.
 */
export async function askedReport(
  vault: Unlocked,
  organisation: Organisation,
  of: ReportKey,
): Promise<AskedReport | VaultRefusal> {
  const { caseload } = vault
  const engagement = contractOver(vault, of)
  if (engagement === null) return refuse('engagement-missing')
  const { reportId, draft } = await draftOf(vault, of)
  const tooFine = refuseTooFine(vault, of, draft.choices)
  if (tooFine !== null) return tooFine
  const days = daysOf(of.period)
  const request = gateRequest(vault, of, { reportId, choices: draft.choices }, engagement)
  const followUps = followUpsOf(recommendedBefore(vault, of), draft.narrative.followUps)
  const facts: Omit<AnnualReport, 'figures'> = {
    id: reportId,
    organisationId: organisation.id,
    period: of.period,
    status: 'draft',
    settledOn: null,
    audience: 'board',
    organisationName: organisation.name,
    group: groupOf(vault, organisation, days),
    locationCount: locationsWithin(vault, organisation.id, days).length,
    locations: namedLocations(vault, organisation.id),
    reachableCount: engagement.reachableCount,
    advisor: advisorFacts(vault),
    certificationTime: certificationTime(vault, days.to),
    team: draft.team,
    advisorCount:
      1 + new Set(contributionsOf(vault, organisation.id, of.period).map(({ from }) => from)).size,
    earlierYears: earlierYears(vault, of, engagement.startsOn),
    activities: reportActivities(caseload.all('activity'), organisation.id, of.period),
    narrative: { ...draft.narrative, followUps },
    statement: draft.statement,
    factCheck: draft.factCheck,
  }
  return {
    request,
    withFigures: ({ report: figures, explanations, fallShort }) => ({
      report: { ...facts, figures },
      draft: { ...draft, narrative: facts.narrative },
      explanations,
      fallShort,
    }),
  }
}
