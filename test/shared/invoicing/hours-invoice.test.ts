import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { BillableTime, billableTime } from '#shared/invoicing/billable-time.ts'
import { hoursInvoice } from '#shared/invoicing/hours-invoice.ts'
import { HoursLine, type Invoice } from '#shared/invoicing/invoice.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import {
  ORGANISATION,
  sampleEngagement,
  sampleId,
  sampleLocation,
  sampleOrganisation,
  samplePractice,
} from '../sample-caseload.ts'
import { credit, drafted, issue } from './sample-invoices.ts'

const practice = samplePractice()
const organisation = sampleOrganisation()
const engagement = sampleEngagement()
const july = calendarDate('2025-07-01')

function bill({
  minutes = 435,
  half = 1,
  issued = [],
  today = july,
  contract = engagement,
}: {
  minutes?: number
  half?: 1 | 2
  issued?: Invoice[]
  today?: ReturnType<typeof calendarDate>
  contract?: typeof engagement | null
} = {}) {
  const time = billableTime(ORGANISATION, 2025, half, minutes, 0)
  return hoursInvoice(time, practice, organisation, contract, issued, today)
}

describe('the hours of a half-year', () => {
  it('stand in one line, rounded once', () => {
    expect(drafted(bill())).toMatchObject({
      kind: 'hours',
      supplyPeriod: { from: '2025-01-01', to: '2025-06-30' },
      lines: [
        {
          kind: 'hours',
          covers: 'everything',
          year: 2025,
          half: 1,
          minutes: 435,
          hourlyRateCents: 85_00,
          amountCents: 616_25,
        },
      ],
      netCents: 616_25,
      vatCents: 129_41,
      grossCents: 745_66,
    })
  })

  it('look the same however consults and meetings share them', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (consults, others) => {
        const merged = billableTime(ORGANISATION, 2025, 1, consults, others)
        expect(merged).toEqual(billableTime(ORGANISATION, 2025, 1, others, consults))
        expect(merged).toEqual(billableTime(ORGANISATION, 2025, 1, consults + others, 0))
      }),
    )
  })

  it('have no field in which a case, a location, a role or a day could stand', () => {
    expect(Object.keys(BillableTime.shape)).toEqual(['organisationId', 'year', 'half', 'covers', 'minutes'])
    expect(Object.keys(HoursLine.shape)).toEqual([
      'kind',
      'covers',
      'isLate',
      'year',
      'half',
      'minutes',
      'hourlyRateCents',
      'amountCents',
    ])
    const time = { ...billableTime(ORGANISATION, 2025, 1, 60, 0), caseId: sampleId(9) }
    expect(BillableTime.safeParse(time).success).toBe(false)
  })

  it('are billed only when the half-year is over', () => {
    expect(bill({ today: calendarDate('2025-06-30') })).toEqual({ refused: 'half-year-not-over' })
    expect(drafted(bill({ today: calendarDate('2025-07-01') })).kind).toBe('hours')
    expect(bill({ half: 2, today: calendarDate('2025-12-31') })).toEqual({ refused: 'half-year-not-over' })
    expect(drafted(bill({ half: 2, today: calendarDate('2026-01-01') })).kind).toBe('hours')
  })

  it('are billed once, each half apart, and again after a credit note', () => {
    const first = issue(bill(), [], '2025-07-01')
    expect(bill({ issued: first })).toEqual({ refused: 'already-invoiced' })
    expect(drafted(bill({ issued: first, half: 2, today: calendarDate('2026-01-05') })).kind).toBe('hours')
    const credited = credit(first, 0, '2025-07-02')
    expect(drafted(bill({ issued: credited, minutes: 400 })).lines).toMatchObject([{ minutes: 400 }])
  })

  it('are refused without hours and without a contract', () => {
    expect(bill({ minutes: 0 })).toEqual({ refused: 'no-hours' })
    expect(bill({ contract: null })).toEqual({ refused: 'engagement-missing' })
  })

  it('come from the bundle where one was agreed', () => {
    const bundle = sampleEngagement({ hoursBilling: 'bundle', bundleMinutes: 600 })
    expect(bill({ contract: bundle })).toEqual({ refused: 'hours-come-from-bundle' })
  })

  it('come from the bundle that was bought, also when the contract was changed afterwards', () => {
    const bundle = sampleEngagement({ hoursBilling: 'bundle', bundleMinutes: 600 })
    const yearly = yearlyInvoice(2025, practice, organisation, bundle, [sampleLocation(0)], [])
    const issued = issue(yearly, [], '2025-01-08')
    expect(bill({ issued })).toEqual({ refused: 'hours-come-from-bundle' })
    expect(drafted(bill({ issued: credit(issued, 0, '2025-02-01') })).kind).toBe('hours')
  })

  it('of one organisation are never billed to another', () => {
    const time = billableTime(sampleId(44), 2025, 1, 60, 0)
    expect(() => hoursInvoice(time, practice, organisation, engagement, [], july)).toThrow()
  })
})
