import { expect, test } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { bundleOfYear } from '#shared/invoicing/bundle-of-year.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import { sampleEngagement, sampleLocation, sampleOrganisation, samplePractice } from '../sample-caseload.ts'
import { credit, issue } from './sample-invoices.ts'

const today = calendarDate('2026-03-02')
const small = sampleEngagement({ startsOn: '2024-01-01', hoursBilling: 'bundle', bundleMinutes: 600 })
const large = { ...small, bundleMinutes: 1200 }
const afterwards = sampleEngagement({ startsOn: '2024-01-01', hoursBilling: 'half-yearly-line' })
const yearly = yearlyInvoice(2025, samplePractice(), sampleOrganisation(), small, [sampleLocation(0)], [])
const bought = issue(yearly, [], '2025-01-08')

test('a year has the bundle that was bought for it, whatever the contract says by now', () => {
  expect(bundleOfYear(2025, large, bought, today)).toBe(600)
  expect(bundleOfYear(2025, afterwards, bought, today)).toBe(600)
  expect(bundleOfYear(2025, null, bought, today)).toBe(600)
})

test('a year that is over has none when none was bought, because that of today was not agreed then', () => {
  expect(bundleOfYear(2024, large, bought, today)).toBe(0)
  expect(bundleOfYear(2025, large, credit(bought, 0, '2025-02-01'), today)).toBe(0)
})

test('this year has the bundle of the contract as long as it was not invoiced, while the contract runs', () => {
  expect(bundleOfYear(2026, large, bought, today)).toBe(1200)
  expect(bundleOfYear(2026, afterwards, bought, today)).toBe(0)
  expect(bundleOfYear(2026, { ...large, endsOn: calendarDate('2025-12-31') }, bought, today)).toBe(0)
})
