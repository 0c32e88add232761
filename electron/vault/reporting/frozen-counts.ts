import { countsAs, mainCases } from '#shared/casework/melders.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { type Intention, put } from '../caseload.ts'
import { type Unlocked } from '../unlocked.ts'
import { countedCases } from './gate-request.ts'

/**
 * What has to be written when a report is settled: what each case counted as. Later figures of its year, of a block of
 * years and of several organisations together must agree with those that were handed over.
 */
export function frozenCounts(
  vault: Unlocked,
  organisations: readonly Id[],
  period: ReportPeriod,
): Intention[] {
  const isHalf = 'year' in period && period.half !== null
  const cases = countedCases(vault)
  return organisations
    .flatMap((organisationId) => mainCases(cases, organisationId, period))
    .flatMap(({ main: { caseFile }, all }) => {
      const now = countsAs(caseFile, all)
      const before = caseFile.countedAs
      const asWritten = vault.caseload.get('case', caseFile.id) ?? caseFile
      const countedAs = isHalf
        ? { ...now, rung: before?.rung ?? null, outcome: before?.outcome ?? null }
        : now
      return JSON.stringify(countedAs) === JSON.stringify(before)
        ? []
        : [put('case', { ...asWritten, countedAs })]
    })
}
