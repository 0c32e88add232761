import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate } from '#shared/calendar/calendar-date.ts'
import { overlap } from '#shared/calendar/period.ts'
import { countMelders, NO_LOCATION, type WrittenCase } from '#shared/casework/melders.ts'
import { type Location } from '#shared/organisations/location.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { chained, LEDGER_START, type LedgerFigure } from '#shared/statistics/ledger.ts'
import { categoryOf } from '#shared/statistics/report-dimension.ts'
import { halvesOf, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { byLocation, countedByLocation } from '../../electron/vault/reporting/counted-locations.ts'
import { ORGANISATION, sampleCase, sampleId, sampleLocation } from '../shared/sample-caseload.ts'

const CITIES = ['Nergenshuizen', 'Verzonnendorp']
const PLACES = 5
const days = fc.integer({ min: 0, max: 4 * 365 })
const dayAfter = (count: number) => addDays(calendarDate('2023-01-01'), count)

const locations: fc.Arbitrary<Location[]> = fc
  .array(fc.tuple(days, fc.option(days), fc.constantFrom(...CITIES)), {
    minLength: PLACES,
    maxLength: PLACES,
  })
  .map((all) =>
    all.map(([joined, lasts, city], index) =>
      sampleLocation(index, {
        joinedOn: dayAfter(joined),
        leftOn: lasts === null ? null : dayAfter(joined + lasts),
        address: { street: '', postcode: '', city },
      }),
    ),
  )

const cases: fc.Arbitrary<WrittenCase[]> = fc
  .array(fc.tuple(days, fc.option(fc.nat(PLACES - 1)), fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map(([day, location, isCounted], index) => {
      const locationId = location === null ? null : sampleId(100 + location)
      const counted = { subject: 'bullying', role: 'professional', locationId, rung: null, outcome: null }
      return {
        caseFile: sampleCase(index, {
          firstContactOn: dayAfter(day),
          isQuestion: false,
          locationId,
          countedAs: isCounted ? counted : null,
        }),
        entries: [],
      }
    }),
  )

const periods: fc.Arbitrary<ReportPeriod> = fc.constantFrom(
  { year: 2024, half: null },
  { year: 2024, half: 'first-half' as const },
  { year: 2025, half: 'second-half' as const },
  { from: 2024, to: 2025 },
)

const ledgers: fc.Arbitrary<LedgerFigure[]> = fc
  .array(fc.tuple(periods, fc.nat(PLACES - 1)), { maxLength: 3 })
  .map((all) =>
    chained(
      all.map(([period, location], index) => ({
        organisationId: ORGANISATION,
        reportId: sampleId(400 + index),
        period,
        dimension: 'location',
        categories: [sampleId(100 + location)],
        value: 'hidden' as const,
        recipient: 'HR',
        document: 'Jaarverslag',
        settledOn: calendarDate('2027-01-10'),
      })),
      LEDGER_START,
    ),
  )

/** What is asked of the gate by location, and who is counted. */
function asked(
  written: readonly WrittenCase[],
  places: readonly Location[],
  ledger: readonly LedgerFigure[],
  period: ReportPeriod,
) {
  const counted = countedByLocation(written, places, ledger)
  const melders = [2023, 2024, 2025, 2026].flatMap((year) =>
    countMelders(counted, ORGANISATION, { year, half: null }),
  )
  const about = { organisations: [ORGANISATION], period }
  const found = byLocation(about, places, melders, ledger, [])
  const choices = {
    dimensions: [{ dimension: 'location' as const, from: 'locations' as const }],
    crossTables: [],
  }
  const [dimension] = askedOfGate(choices, period, found.locations).dimensions
  if (dimension === undefined) throw new Error('it was asked for')
  return { ...found, dimension }
}

describe('what a report counts by location', () => {
  it('has the same ladder whoever belongs to whatever location', () => {
    fc.assert(
      fc.property(cases, cases, locations, ledgers, periods, (one, other, places, ledger, period) => {
        expect(asked(one, places, ledger, period).dimension).toEqual(
          asked(other, places, ledger, period).dimension,
        )
      }),
    )
  })

  it('has a row for everybody whom it counts, and tells no more of others than figures that are out', () => {
    fc.assert(
      fc.property(cases, locations, ledgers, periods, (written, places, ledger, period) => {
        const { melders, dimension } = asked(written, places, ledger, period)
        const known = new Set([
          ...dimension.ladder.flat(2),
          ...ledger.flatMap(({ categories }) => categories),
        ])
        for (const melder of melders) expect(known).toContain(melder.location)
        for (const melder of melders.filter(({ time }) => halvesOf(period).includes(time)))
          expect(categoryOf(melder, dimension)).toBe(melder.location)
      }),
    )
  })

  it('has a row for each location under contract, and none of a former one that no figure names', () => {
    fc.assert(
      fc.property(cases, locations, periods, (written, places, period) => {
        const rows = asked(written, places, [], period).dimension.ladder.flat(2)
        const under = places.filter(
          ({ joinedOn, leftOn }) => overlap(daysOf(period), { from: joinedOn, to: leftOn }) !== null,
        )
        expect(new Set(rows)).toEqual(new Set([NO_LOCATION, ...under.map(({ id }) => id)]))
      }),
    )
  })

  it('leaves what a settled report counted somebody as', () => {
    fc.assert(
      fc.property(cases, locations, ledgers, (written, places, ledger) => {
        const counted = countedByLocation(written, places, ledger)
        written.forEach((one, index) => {
          if (one.caseFile.countedAs !== null) expect(counted[index]).toEqual(one)
        })
      }),
    )
  })
})
