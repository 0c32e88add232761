import { countMelders, type CountedMelder, type WrittenCase } from '#shared/casework/melders.ts'
import { overlap } from '#shared/calendar/period.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type Engagement } from '#shared/organisations/engagement.ts'
import { type Location } from '#shared/organisations/location.ts'
import { coarsenedTo, meldersOf, withUntoldAccused } from '#shared/reports/contribution.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { type ReportChoices } from '#shared/reports/report-choices.ts'
import { daysOf, wholeYear } from '#shared/reports/reported-time.ts'
import { neededMelders } from '#shared/statistics/earlier-figures.ts'
import { type ReportRequest } from '#shared/statistics/protect-report.ts'
import { yearsOf } from '#shared/statistics/report-period.ts'
import { type Unlocked } from '../unlocked.ts'
import { figuresInTodaysTerms } from './kept-ledger.ts'
import { type ReportKey } from './kept-reports.ts'
import { contributionsOf } from './kept-contributions.ts'
import { keptRows, remaindersOf } from './remainders.ts'
import { useShownBy } from './use-shown.ts'

/** Every case of the caseload with what was written down in it. */
export function writtenCases({ caseload }: Unlocked): WrittenCase[] {
  return caseload.all('case').map((caseFile) => ({ caseFile, entries: caseload.entriesOf(caseFile.id) }))
}

/** The locations that a report may name: under contract in the period, or of somebody who counts in it. */
export function countedLocations(
  vault: Unlocked,
  { organisationId, period }: ReportKey,
  melders: readonly CountedMelder[],
): Location[] {
  const days = daysOf(period)
  const named = new Set(melders.map(({ location }) => location))
  return vault.caseload
    .all('location')
    .filter((one) => one.organisationId === organisationId)
    .filter((one) => named.has(one.id) || overlap(days, { from: one.joinedOn, to: one.leftOn }) !== null)
}

/** Everybody of some years of some organisations, once in each year. */
export function everybody(
  vault: Unlocked,
  organisations: readonly Id[],
  years: readonly number[],
): CountedMelder[] {
  const cases = writtenCases(vault)
  return organisations.flatMap((organisationId) =>
    years.flatMap((year) => [
      ...countMelders(cases, organisationId, wholeYear(year)),
      ...remaindersOf(vault, organisationId, year),
      ...contributionsOf(vault, organisationId, wholeYear(year)).flatMap(({ id, counts }) =>
        meldersOf(counts, organisationId, id),
      ),
    ]),
  )
}

/** What the gate is asked for one report, with everybody and every figure that bears on it. */
export function gateRequest(
  vault: Unlocked,
  of: ReportKey,
  { reportId, choices }: { reportId: Id; choices: ReportChoices },
  { preset, threshold, thresholdReason: reason }: Engagement,
): ReportRequest {
  const ledger = figuresInTodaysTerms(vault)
  const { organisations, years } = neededMelders(ledger, of)
  const needed = [...new Set([...years, ...yearsOf(of.period)])]
  const counted = [...new Set([of.organisationId, ...organisations])]
  const melders = everybody(vault, counted, needed)
  const locations = countedLocations(vault, of, melders)
  const asked = askedOfGate(choices, of.period, locations)
  const contributions = contributionsOf(vault, of.organisationId, of.period)
  return {
    ...of,
    reportId,
    settings: { preset, threshold, reason },
    melders: withUntoldAccused(melders, asked.dimensions, [
      of.period,
      ...contributions.map(({ period }) => period),
    ]),
    ...asked,
    dimensions: coarsenedTo(asked.dimensions, [
      ...contributions.flatMap(({ counts }) => counts.tables),
      ...keptRows(vault, of),
    ]),
    use: useShownBy(vault, counted, needed, melders),
    ledger,
    secret: vault.caseload.disclosureSecret(reportId),
  }
}
