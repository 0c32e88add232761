import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { type BillableTime, billableTime, consultTime } from '#shared/invoicing/billable-time.ts'
import { hoursInvoice } from '#shared/invoicing/hours-invoice.ts'
import { type HoursLine, type Invoice } from '#shared/invoicing/invoice.ts'
import { billedMinutes, coversOf, halvesBilledBefore } from '#shared/invoicing/late-hours.ts'
import { standingLines } from '#shared/invoicing/standing-lines.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import {
  ORGANISATION,
  sampleEngagement,
  sampleLocation,
  sampleOrganisation,
  samplePractice,
} from '../sample-caseload.ts'
import { credit, drafted, issue } from './sample-invoices.ts'

const practice = samplePractice()
const organisation = sampleOrganisation()
const engagement = sampleEngagement()
const bundle = sampleEngagement({ hoursBilling: 'bundle', bundleMinutes: 600 })
const dearer = sampleEngagement({ hourlyRateCents: 95_00 })

const time = (half: 1 | 2, minutes: number) => billableTime(ORGANISATION, 2025, half, minutes, 0)

function bill(own: BillableTime, issued: Invoice[], earlier: BillableTime[] = [], contract = engagement) {
  return hoursInvoice(own, practice, organisation, contract, issued, calendarDate('2026-01-05'), earlier)
}

const hoursOf = (draft: ReturnType<typeof bill>) =>
  drafted(draft).lines.flatMap((line) =>
    line.kind === 'hours' ? [[line.half, line.minutes, line.isLate ? 'late' : 'in time']] : [],
  )

describe('hours that were written down after their half-year was invoiced', () => {
  const issued = issue(bill(time(1, 60), []), [], '2025-07-01')

  it('stand on the next run in a line of their own, named late and with their half-year', () => {
    const draft = drafted(bill(time(2, 100), issued, [time(1, 90)]))
    expect(hoursOf(draft)).toEqual([
      [2, 100, 'in time'],
      [1, 30, 'late'],
    ])
    expect(draft.supplyPeriod).toEqual({ from: '2025-01-01', to: '2025-12-31' })
    expect(draft.netCents).toBe(141_67 + 42_50)
  })

  it('stand alone where the next half-year has none, or has a bundle by now', () => {
    expect(hoursOf(bill(time(2, 0), issued, [time(1, 90)]))).toEqual([[1, 30, 'late']])
    expect(hoursOf(bill(time(2, 100), issued, [time(1, 90)], bundle))).toEqual([[1, 30, 'late']])
  })

  it('are billed by the run of their own half-year too, when it is done again', () => {
    expect(hoursOf(bill(time(1, 90), issued))).toEqual([[1, 30, 'late']])
  })

  it('are paid at the rate of their half-year, whatever was agreed since', () => {
    expect(drafted(bill(time(1, 120), issued, [], dearer)).lines).toMatchObject([
      { hourlyRateCents: 85_00, amountCents: 85_00 },
    ])
  })

  it('are none where hours were struck out instead, or where a bundle was bought', () => {
    expect(bill(time(1, 45), issued)).toEqual({ refused: 'already-invoiced' })
    expect(hoursOf(bill(time(2, 100), issued, [time(1, 45)]))).toEqual([[2, 100, 'in time']])
    const yearly = yearlyInvoice(2025, practice, organisation, bundle, [sampleLocation(0)], [])
    const bundled = issue(yearly, issued, '2025-09-01')
    expect(bill(time(1, 90), bundled)).toEqual({ refused: 'hours-come-from-bundle' })
    expect(bill(time(2, 0), bundled, [time(1, 90)])).toEqual({ refused: 'hours-come-from-bundle' })
  })

  it('cover what the hours of their half-year covered, whatever the contract says by now', () => {
    const alone = sampleEngagement({ hoursBilling: 'consults-alone' })
    expect(coversOf(2025, 1, engagement, issued)).toBe('everything')
    expect(coversOf(2025, 1, alone, issued)).toBe('everything')
    expect(coversOf(2025, 2, alone, issued)).toBe('consults')
    expect(coversOf(2025, 2, null, issued)).toBe('everything')
    const consults = hoursInvoice(
      consultTime(ORGANISATION, 2025, 1, 60),
      practice,
      organisation,
      alone,
      [],
      calendarDate('2025-07-01'),
      [],
    )
    expect(coversOf(2025, 1, engagement, issue(consults, [], '2025-07-01'))).toBe('consults')
  })

  it('are looked for in earlier half-years that were invoiced and not taken back, and in no others', () => {
    expect(halvesBilledBefore(2025, 2, issued)).toEqual([{ year: 2025, half: 1 }])
    expect(halvesBilledBefore(2025, 1, issued)).toEqual([])
    expect(halvesBilledBefore(2026, 1, credit(issued, 0, '2025-08-01'))).toEqual([])
  })

  it('are hours in time again once the invoice of their half-year was taken back', () => {
    const late = issue(bill(time(2, 100), issued, [time(1, 90)]), issued, '2026-01-05')
    const again = credit(late, 0, '2026-01-06')
    expect(hoursOf(bill(time(1, 90), again))).toEqual([[1, 60, 'in time']])
  })

  it('are never billed twice, whatever is written down, invoiced and taken back in whatever order', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('write' as const), half: fc.constantFrom(1, 2), minutes: fc.nat(90) }),
      fc.record({ kind: fc.constant('bill' as const), half: fc.constantFrom(1, 2) }),
      fc.record({ kind: fc.constant('credit' as const), index: fc.nat(20) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const written = { 1: 0, 2: 0 }
        let issued: Invoice[] = []
        const run = (half: 1 | 2) => {
          const earlier = halvesBilledBefore(2025, half, issued).map((one) =>
            time(one.half, written[one.half]),
          )
          const draft = bill(time(half, written[half]), issued, earlier)
          if (!('refused' in draft)) issued = issue(draft, issued, '2026-01-05')
        }
        for (const one of steps) {
          if (one.kind === 'write') written[one.half as 1 | 2] += one.minutes
          else if (one.kind === 'bill') run(one.half as 1 | 2)
          else {
            const invoice = issued[one.index]
            const isOpen =
              invoice !== undefined && !issued.some(({ creditOf }) => creditOf?.id === invoice.id)
            if (isOpen && invoice.kind !== 'credit') issued = credit(issued, one.index, '2026-01-05')
          }
        }
        for (const half of [1, 2] as const)
          expect(billedMinutes(2025, half, standingLines(issued))).toBeLessThanOrEqual(written[half])
        run(1)
        run(2)
        for (const half of [1, 2] as const) {
          const lines = issued.flatMap((invoice) =>
            invoice.lines.flatMap((line) =>
              line.kind === 'hours' && line.half === half
                ? [[invoice.kind, line] as [string, HoursLine]]
                : [],
            ),
          )
          const minutes = lines.reduce(
            (sum, [kind, line]) => sum + (kind === 'credit' ? -1 : 1) * line.minutes,
            0,
          )
          expect(minutes).toBe(written[half])
        }
      }),
    )
  })
})
