import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { billableTime } from '#shared/invoicing/billable-time.ts'
import { hoursInvoice } from '#shared/invoicing/hours-invoice.ts'
import { KeptTime, timeThatStays, uninvoicedMinutes } from '#shared/invoicing/kept-time.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import {
  ORGANISATION,
  sampleEngagement,
  sampleLocation,
  sampleOrganisation,
  samplePractice,
} from '../sample-caseload.ts'
import { issue } from './sample-invoices.ts'

const practice = samplePractice()
const organisation = sampleOrganisation()
const engagement = sampleEngagement()
const bundle = sampleEngagement({ hoursBilling: 'bundle', bundleMinutes: 600 })
const work = (on: string, minutes: number) => ({ on: calendarDate(on), minutes })
const first = (minutes: number) => billableTime(ORGANISATION, 2025, 1, minutes, 0)

describe('the time of a case that is destroyed', () => {
  it('stays as one number for each half-year of its organisation, added to what stayed of others', () => {
    const entries = [work('2025-06-30', 30), work('2025-07-01', 45), work('2025-02-02', 15)]
    const once = timeThatStays(ORGANISATION, entries, [])
    expect(once.map(({ year, half, minutes }) => [year, half, minutes])).toEqual([
      [2025, 1, 45],
      [2025, 2, 45],
    ])
    const twice = timeThatStays(ORGANISATION, [work('2025-03-03', 20)], once)
    expect(twice).toEqual([{ ...once[0], minutes: 65 }])
  })

  it('has no field in which a case, a person or a day could stand', () => {
    expect(Object.keys(KeptTime.shape)).toEqual(['id', 'organisationId', 'year', 'half', 'minutes'])
    const [kept] = timeThatStays(ORGANISATION, [work('2025-02-02', 15)], [])
    expect(kept?.id).toBe(`time-${ORGANISATION}-2025-1`)
  })
})

describe('what is not yet invoiced of the time of a case', () => {
  const issued = issue(
    hoursInvoice(first(100), practice, organisation, engagement, [], calendarDate('2025-07-01')),
    [],
    '2025-07-01',
  )

  it('is all of it as long as the half-year was not invoiced', () => {
    expect(uninvoicedMinutes(first(100), 40, engagement, [])).toBe(40)
    expect(uninvoicedMinutes(first(100), 40, null, [])).toBe(40)
  })

  it('is nothing once it was, and at most what came late', () => {
    expect(uninvoicedMinutes(first(100), 40, engagement, issued)).toBe(0)
    expect(uninvoicedMinutes(first(130), 40, engagement, issued)).toBe(30)
    expect(uninvoicedMinutes(first(200), 40, engagement, issued)).toBe(40)
    expect(uninvoicedMinutes(first(80), 40, engagement, issued)).toBe(0)
  })

  it('is nothing where hours come out of a bundle', () => {
    expect(uninvoicedMinutes(first(100), 40, bundle, [])).toBe(0)
    const yearly = yearlyInvoice(2025, practice, organisation, bundle, [sampleLocation(0)], [])
    expect(uninvoicedMinutes(first(100), 40, engagement, issue(yearly, [], '2025-01-08'))).toBe(0)
  })
})
