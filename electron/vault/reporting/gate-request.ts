import { type CountedMelder, countMelders, type WrittenCase } from '#shared/casework/melders.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type Engagement } from '#shared/organisations/engagement.ts'
import { coarsenedTo, meldersOf, withUntoldAccused } from '#shared/reports/contribution.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { type ReportChoices } from '#shared/reports/report-choices.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { neededMelders } from '#shared/statistics/earlier-figures.ts'
import { type ReportRequest } from '#shared/statistics/protect-report.ts'
import { yearsOf } from '#shared/statistics/report-period.ts'
import { type Unlocked } from '../unlocked.ts'
import { byLocation, countedByLocation } from './counted-locations.ts'
import { figuresInTodaysTerms } from './kept-ledger.ts'
import { type ReportKey } from './kept-reports.ts'
import { contributionsOf } from './kept-contributions.ts'
import { keptRows, remaindersOf } from './remainders.ts'
import { useShownBy } from './use-shown.ts'

/** Every case of the caseload with what was written down in it. */
export function writtenCases({ caseload }: Unlocked): WrittenCase[] {
  return caseload.all('case').map((caseFile) => ({ caseFile, entries: caseload.entriesOf(caseFile.id) }))
}

/** The same, each at the location that figures count it by. */
export function countedCases(vault: Unlocked): WrittenCase[] {
  return countedByLocation(writtenCases(vault), vault.caseload.all('location'), figuresInTodaysTerms(vault))
}

/** Everybody of some years of some organisations, once in each year. */
export function everybody(
  vault: Unlocked,
  organisations: readonly Id[],
  years: readonly number[],
): CountedMelder[] {
  const cases = countedCases(vault)
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
  const kept = keptRows(vault, of)
  const { locations, elsewhere, melders } = byLocation(
    { organisations: [of.organisationId], period: of.period },
    vault.caseload.all('location'),
    everybody(vault, counted, needed),
    ledger,
    kept,
  )
  const asked = askedOfGate(choices, of.period, locations, elsewhere)
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
      ...kept,
    ]),
    use: useShownBy(vault, counted, needed, melders),
    ledger,
    secret: vault.caseload.disclosureSecret(reportId),
  }
}
