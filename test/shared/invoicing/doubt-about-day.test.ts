import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { doubtAboutDay } from '#shared/invoicing/doubt-about-day.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import { sampleEngagement, sampleLocation, sampleOrganisation, samplePractice } from '../sample-caseload.ts'
import { credit, issue } from './sample-invoices.ts'

const yearly = yearlyInvoice(
  2025,
  samplePractice(),
  sampleOrganisation(),
  sampleEngagement(),
  [sampleLocation(0)],
  [],
)
const day = calendarDate
const doubt = (today: string, issued: Parameters<typeof doubtAboutDay>[1], worked: string[]) =>
  doubtAboutDay(day(today), issued, worked.map(day))?.refused ?? null

describe('the day of an invoice', () => {
  const issued = issue(yearly, [], '2025-01-08')

  it('is doubted when an invoice of a later day stands', () => {
    expect(doubt('2025-01-07', issued, [])).toBe('clock-behind-last-invoice')
    expect(doubt('2025-01-08', issued, [])).toBeNull()
  })

  it('is not doubted because of an invoice that was taken back on an earlier day than its own', () => {
    const wrong = issue(yearly, issued, '2035-01-08')
    expect(doubt('2025-01-09', wrong, [])).toBe('clock-behind-last-invoice')
    expect(doubt('2025-01-09', credit(wrong, 1, '2025-01-09'), [])).toBeNull()
    expect(doubt('2025-01-08', credit(wrong, 1, '2025-01-09'), [])).toBe('clock-behind-last-invoice')
  })

  it('is doubted when nothing was written down for more than two years', () => {
    expect(doubt('2027-06-01', issued, ['2025-06-01'])).toBeNull()
    expect(doubt('2027-08-01', issued, ['2025-06-01'])).toBe('clock-far-ahead')
    expect(doubt('2035-01-08', issued, ['2025-06-01'])).toBe('clock-far-ahead')
  })

  it('is doubted also when the wrong clock has dated what was written down today', () => {
    expect(doubt('2035-01-08', issued, ['2025-06-01', '2035-01-08'])).toBe('clock-far-ahead')
  })

  it('is not doubted in a vault that is new', () => {
    expect(doubt('2035-01-08', [], [])).toBeNull()
    expect(doubt('2035-01-08', [], ['2035-01-02'])).toBeNull()
  })
})
