import { z } from 'zod'
import { Half, Year, yearPeriod } from '../calendar/period.ts'
import { type EngagementDetails } from '../organisations/engagement.ts'

/** What is still to be made of the time under a contract: yearly invoices, hours of half-years, yearly reports. */
export const OpenPeriods = z.strictObject({
  years: z.array(Year),
  hours: z.array(z.strictObject({ year: Year, half: Half })),
  reports: z.array(Year),
})
export type OpenPeriods = z.infer<typeof OpenPeriods>

type Terms = Pick<
  EngagementDetails,
  'startsOn' | 'priceCents' | 'hourlyRateCents' | 'hoursBilling' | 'bundleMinutes'
>

/**
 * Which of the open periods would come out otherwise with the terms `after`: there is one contract, and what is made of
 * earlier days is made of what it says by then. How hours are billed decides what invoices tell, and so the reports too;
 * a report of a year before the contract cannot be made at all.
 */
export function touchedPeriods(before: Terms, after: Terms, open: OpenPeriods): OpenPeriods {
  const differs = (...terms: (keyof Terms)[]) => terms.some((term) => before[term] !== after[term])
  const isBundle = before.hoursBilling === 'bundle' || after.hoursBilling === 'bundle'
  const ofYear =
    differs('startsOn', 'priceCents', 'hoursBilling') ||
    (isBundle && differs('hourlyRateCents', 'bundleMinutes'))
  return {
    years: ofYear ? open.years : [],
    hours: differs('hourlyRateCents', 'hoursBilling') ? open.hours : [],
    reports: differs('hoursBilling')
      ? open.reports
      : open.reports.filter((year) => differs('startsOn') && yearPeriod(year).to < after.startsOn),
  }
}
