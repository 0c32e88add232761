import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'

/** Minutes of a year for one organisation; `left` is null when its hours come out of no bundle. */
export type HoursRow = {
  organisationId: Id
  name: string
  firstHalf: number
  secondHalf: number
  total: number
  bundle: number
  left: number | null
}

/** One row for each organisation that has hours or a bundle in the year, by name. */
export function hoursRows(
  overview: VaultAnswer<'hours.overview'>['organisations'],
  organisations: readonly Organisation[],
): HoursRow[] {
  const names = new Map(organisations.map((organisation) => [organisation.id, organisation.name]))
  return overview
    .flatMap((hours): HoursRow[] => {
      const name = names.get(hours.organisationId)
      const total = hours.firstHalfMinutes + hours.secondHalfMinutes
      if (name === undefined || (total === 0 && hours.bundleMinutes === 0)) return []
      return [
        {
          organisationId: hours.organisationId,
          name,
          firstHalf: hours.firstHalfMinutes,
          secondHalf: hours.secondHalfMinutes,
          total,
          bundle: hours.bundleMinutes,
          left: hours.bundleMinutes === 0 ? null : hours.bundleMinutes - total,
        },
      ]
    })
    .sort((a, b) => dutchOrder(a.name, b.name))
}

/** The sums under the table. */
export function hoursTotals(rows: readonly HoursRow[]): Pick<HoursRow, 'firstHalf' | 'secondHalf' | 'total'> {
  return {
    firstHalf: rows.reduce((sum, row) => sum + row.firstHalf, 0),
    secondHalf: rows.reduce((sum, row) => sum + row.secondHalf, 0),
    total: rows.reduce((sum, row) => sum + row.total, 0),
  }
}
