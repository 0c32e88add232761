import { type CountedMelder } from '#shared/casework/melders.ts'
import { useShown } from '#shared/invoicing/use-shown.ts'
import { type ReportRequest } from '#shared/statistics/protect-report.ts'
import { halvesOf } from '#shared/statistics/report-period.ts'
import { billableTimeOf } from '../handlers/hours.ts'
import { type Unlocked } from '../unlocked.ts'
import { type ReportKey } from './kept-reports.ts'

/**
 * What invoices tell about the people of a period, half-year by half-year. Only what is true of them
 * is declared: a consult may have been with somebody who counted in an earlier half-year, and a case may have come
 * without any time.
 */
export function useShownBy(
  vault: Unlocked,
  { organisationId, period }: ReportKey,
  melders: readonly CountedMelder[],
): ReportRequest['use'] {
  const engagement = vault.caseload.all('engagement').find((one) => one.organisationId === organisationId)
  const invoices = vault.caseload.all('invoice').filter((one) => one.organisationId === organisationId)
  if (engagement === undefined) return []
  return halvesOf(period).flatMap((half) => {
    const [year, which] = [Number(half.slice(0, 4)), half.endsWith('1') ? 1 : 2] as const
    const { minutes } = billableTimeOf(vault, organisationId, year, which)
    const use = useShown(year, which, engagement, invoices, minutes, vault.today)
    const came = melders.some((one) => one.organisationId === organisationId && one.time === half)
    return use === null || (use === 'some') !== came ? [] : [{ period: half, use }]
  })
}
