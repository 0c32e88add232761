import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type OpenPeriods, touchedPeriods } from '#shared/invoicing/open-periods.ts'
import { cents } from '#shared/kernel/cents.ts'
import { sampleEngagement } from '../sample-caseload.ts'

const before = sampleEngagement({ startsOn: '2024-01-01', hoursBilling: 'half-yearly-line' })
const open: OpenPeriods = { years: [2026], hours: [{ year: 2026, half: 2 }], reports: [2025, 2026] }
const nothing: OpenPeriods = { years: [], hours: [], reports: [] }

describe('what a change of the contract would change in periods that are not invoiced or reported yet', () => {
  it('is nothing when nothing changes that is counted with, or nothing is open', () => {
    expect(touchedPeriods(before, before, open)).toEqual(nothing)
    const forFewer = { ...before, reachableCount: 12 }
    expect(touchedPeriods(before, forFewer, open)).toEqual(nothing)
    expect(touchedPeriods(before, { ...before, priceCents: cents(1) }, nothing)).toEqual(nothing)
  })

  it('is the yearly invoice for another price, and the hours for another rate', () => {
    expect(touchedPeriods(before, { ...before, priceCents: cents(159_00) }, open)).toEqual({
      ...nothing,
      years: [2026],
    })
    expect(touchedPeriods(before, { ...before, hourlyRateCents: cents(95_00) }, open)).toEqual({
      ...nothing,
      hours: [{ year: 2026, half: 2 }],
    })
  })

  it('is all of it when hours are to be billed otherwise: what invoices tell decides what a report may show', () => {
    expect(touchedPeriods(before, { ...before, hoursBilling: 'consults-alone' }, open)).toEqual(open)
  })

  it('is the yearly invoice when a bundle changes', () => {
    const bundle = { ...before, hoursBilling: 'bundle' as const, bundleMinutes: 600 }
    expect(touchedPeriods(bundle, { ...bundle, bundleMinutes: 900 }, open).years).toEqual([2026])
    expect(touchedPeriods(bundle, { ...bundle, hourlyRateCents: cents(95_00) }, open).years).toEqual([2026])
  })

  it('is the reports of years that would lie before the contract when it begins later', () => {
    const later = { ...before, startsOn: calendarDate('2026-01-01') }
    expect(touchedPeriods(before, later, open)).toEqual({ ...nothing, years: [2026], reports: [2025] })
    const within = { ...before, startsOn: calendarDate('2025-12-31') }
    expect(touchedPeriods(before, within, open).reports).toEqual([])
  })
})
