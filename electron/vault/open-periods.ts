import { yearOf } from '#shared/calendar/calendar-date.ts'
import { countingHalf } from '#shared/casework/late-case.ts'
import { uninvoicedMinutes } from '#shared/invoicing/kept-time.ts'
import { type OpenPeriods } from '#shared/invoicing/open-periods.ts'
import { type Id } from '#shared/kernel/id.ts'
import { billableTimeOf } from './handlers/hours.ts'
import { type Unlocked } from './unlocked.ts'

const HALVES = [1, 2] as const

/**
 * What is still to be made of the time under the contract with an organisation, until today. Years of which nothing
 * stands in the vault were before it. `isToBeInvoiced` tells whether a yearly invoice can be made of a year.
 */
export function openPeriodsOf(
  vault: Unlocked,
  organisationId: Id,
  isToBeInvoiced: (year: number) => boolean,
): OpenPeriods {
  const own = <T extends { organisationId: Id | null }>(all: T[]) =>
    all.filter((one) => one.organisationId === organisationId)
  const { caseload, today } = vault
  const engagement = own(caseload.all('engagement'))[0]
  if (engagement === undefined) return { years: [], hours: [], reports: [] }
  const invoices = own(caseload.all('invoice'))
  const counted = new Set(own(caseload.all('case')).map((one) => Number(countingHalf(one).slice(0, 4))))
  const settled = own(caseload.all('report')).flatMap(({ period }) =>
    'year' in period && period.half === null ? [period.year] : [],
  )
  const thisYear = yearOf(today)
  const worked = new Set([
    thisYear,
    ...counted,
    ...invoices.map(({ supplyPeriod }) => yearOf(supplyPeriod.from)),
    ...own(caseload.all('activity')).map(({ on }) => yearOf(on)),
    ...own(caseload.all('kept-time')).map(({ year }) => year),
  ])
  const years = [...worked].filter((year) => year <= thisYear).sort((a, b) => a - b)
  return {
    years: years.filter(isToBeInvoiced),
    hours: years.flatMap((year) =>
      HALVES.map((half) => ({ year, half })).filter(({ half }) => {
        const time = billableTimeOf(vault, organisationId, year, half)
        return uninvoicedMinutes(time, time.minutes, engagement, invoices) > 0
      }),
    ),
    reports: years.filter((year) => year < thisYear && counted.has(year) && !settled.includes(year)),
  }
}
