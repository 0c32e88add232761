import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { yearPeriod } from '#shared/calendar/period.ts'
import { consultTime, billableTime } from '#shared/invoicing/billable-time.ts'
import { hoursInvoice } from '#shared/invoicing/hours-invoice.ts'
import { creditDraft, issueInvoice } from '#shared/invoicing/issue.ts'
import { type Invoice } from '#shared/invoicing/invoice.ts'
import { useShown } from '#shared/invoicing/use-shown.ts'
import { cents } from '#shared/kernel/cents.ts'
import {
  ORGANISATION,
  sampleEngagement,
  sampleId,
  sampleOrganisation,
  samplePractice,
} from '../sample-caseload.ts'

const today = calendarDate('2026-01-10')
const alone = sampleEngagement({ hoursBilling: 'consults-alone' })
const merged = sampleEngagement({ hoursBilling: 'half-yearly-line' })

function issued(consultsAlone: boolean): Invoice {
  const time = consultsAlone
    ? consultTime(ORGANISATION, 2025, 1, 60)
    : billableTime(ORGANISATION, 2025, 1, 60, 30)
  const engagement = consultsAlone ? alone : merged
  const draft = hoursInvoice(time, samplePractice(), sampleOrganisation(), engagement, [], today)
  if ('refused' in draft) throw new Error(draft.refused)
  return issueInvoice(draft, [], sampleId(1), today, 30)
}

function credited(invoice: Invoice): Invoice[] {
  const draft = creditDraft(invoice, [invoice])
  if ('refused' in draft) throw new Error(draft.refused)
  const { id, number, issuedOn } = invoice
  return [invoice, issueInvoice(draft, [invoice], sampleId(2), today, 0, { id, number, issuedOn })]
}

/** The yearly invoice of a year whose hours came from a bundle. */
function bundled(year: number): Invoice {
  const { lines: _lines, ...invoice } = issued(false)
  const line = {
    kind: 'bundle' as const,
    period: yearPeriod(year),
    minutes: 600,
    hourlyRateCents: cents(85_00),
    amountCents: invoice.netCents,
  }
  return { ...invoice, kind: 'yearly', supplyPeriod: yearPeriod(year), lines: [line] }
}

describe('what invoices tell of consults', () => {
  it('is nothing where hours come from a bundle or are merged with other work', () => {
    expect(useShown(2025, 1, merged, [issued(false)], 60, today)).toBe(null)
    expect(useShown(2025, 1, sampleEngagement({ hoursBilling: 'bundle' }), [], 60, today)).toBe(null)
  })

  it('is that there were some where consults alone are billed, also after the invoice was credited', () => {
    expect(useShown(2025, 1, alone, [issued(true)], 60, today)).toBe('some')
    expect(useShown(2025, 1, alone, credited(issued(true)), 60, today)).toBe('some')
    expect(useShown(2025, 1, merged, [issued(true)], 60, today)).toBe('some')
  })

  it('is that there were none where a merged line will not come either', () => {
    expect(useShown(2025, 2, merged, [issued(false)], 0, today)).toBe('none')
    expect(useShown(2025, 2, merged, [issued(false)], 30, today)).toBe(null)
    expect(useShown(2025, 1, merged, [issued(false)], 0, today)).toBe(null)
    expect(useShown(2026, 1, merged, [issued(false)], 0, today)).toBe(null)
    expect(useShown(2025, 2, sampleEngagement({ hoursBilling: 'bundle' }), [], 0, today)).toBe(null)
  })

  it('is that there were none where no invoice came once the half-year was over, and none will come', () => {
    expect(useShown(2025, 2, alone, [issued(true)], 0, today)).toBe('none')
    expect(useShown(2025, 2, alone, credited(issued(true)), 0, today)).toBe('none')
    expect(useShown(2025, 2, alone, [issued(true)], 60, today)).toBe(null)
    expect(useShown(2026, 1, alone, [issued(true)], 0, today)).toBe(null)
    expect(useShown(2019, 2, alone, [issued(true)], 0, today)).toBe(null)
  })

  it('is nothing of a half-year for which a bundle was bought, whatever the contract says by now', () => {
    expect(useShown(2025, 2, alone, [bundled(2025), issued(true)], 0, today)).toBe(null)
    expect(useShown(2025, 2, merged, [bundled(2025), issued(false)], 0, today)).toBe(null)
    expect(useShown(2025, 2, alone, [...credited(bundled(2025)), issued(true)], 0, today)).toBe(null)
  })

  it('is nothing where no invoice shows that hours were billed in this way then', () => {
    expect(useShown(2025, 2, alone, [], 0, today)).toBe(null)
    expect(useShown(2025, 2, alone, [issued(false)], 0, today)).toBe(null)
    expect(useShown(2025, 2, merged, [issued(true)], 0, today)).toBe(null)
    expect(useShown(2025, 1, alone, [issued(false)], 0, today)).toBe(null)
    expect(useShown(2024, 1, alone, [issued(true)], 0, today)).toBe(null)
  })

  it('is nothing of the year before, whose terms another year does not show', () => {
    const from2024 = sampleEngagement({
      hoursBilling: 'consults-alone',
      startsOn: calendarDate('2024-01-01'),
    })
    expect(useShown(2024, 2, from2024, [issued(true)], 0, today)).toBe(null)
    const renewed = sampleEngagement({ hoursBilling: 'consults-alone', startsOn: calendarDate('2025-07-01') })
    expect(useShown(2025, 2, renewed, [issued(true)], 0, today)).toBe(null)
  })
})
