import { type CountedMelder } from '#shared/casework/melders.ts'
import { useShown } from '#shared/invoicing/use-shown.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type UseShown } from '#shared/statistics/report-basis.ts'
import { type HalfYear } from '#shared/statistics/report-period.ts'
import { billableTimeOf } from '../handlers/hours.ts'
import { type Unlocked } from '../unlocked.ts'

const HALVES = [1, 2] as const

/**
 * What invoices tell about the people of some years of some organisations, half-year by half-year: of the report at hand,
 * and of earlier figures that it can be laid beside. Only what is true of them is declared: a consult may have been with
 * somebody who counted in an earlier half-year, and a case may have come without any time.
 */
export function useShownBy(
  vault: Unlocked,
  organisations: readonly Id[],
  years: readonly number[],
  melders: readonly CountedMelder[],
): (UseShown & { organisationId: Id })[] {
  return organisations.flatMap((organisationId) => {
    const engagement = vault.caseload.all('engagement').find((one) => one.organisationId === organisationId)
    const invoices = vault.caseload.all('invoice').filter((one) => one.organisationId === organisationId)
    if (engagement === undefined) return []
    return years.flatMap((year) =>
      HALVES.flatMap((which) => {
        const half: HalfYear = `${year}-${which}`
        const { minutes } = billableTimeOf(vault, organisationId, year, which)
        const use = useShown(year, which, engagement, invoices, minutes, vault.today)
        const came = melders.some((one) => one.organisationId === organisationId && one.time === half)
        return use === null || (use === 'some') !== came ? [] : [{ organisationId, period: half, use }]
      }),
    )
  })
}
