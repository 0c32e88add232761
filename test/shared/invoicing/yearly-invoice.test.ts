import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvoiceDraft, type LocationLine } from '#shared/invoicing/invoice.ts'
import { yearlyInvoice } from '#shared/invoicing/yearly-invoice.ts'
import { type Location } from '#shared/organisations/location.ts'
import {
  anyDay,
  sampleEngagement,
  sampleLocation,
  sampleOrganisation,
  samplePractice,
} from '../sample-caseload.ts'
import { credit, drafted, issue } from './sample-invoices.ts'

const practice = samplePractice()
const organisation = sampleOrganisation()
const engagement = sampleEngagement()
const two = [sampleLocation(0), sampleLocation(1)]

function run(year: number, locations: Location[], issued: Parameters<typeof yearlyInvoice>[5] = []) {
  return yearlyInvoice(year, practice, organisation, engagement, locations, issued)
}

function locationLines(draft: ReturnType<typeof yearlyInvoice>): LocationLine[] {
  return drafted(draft).lines.filter((line) => line.kind === 'location')
}

const periods = (draft: ReturnType<typeof yearlyInvoice>) =>
  locationLines(draft).map(({ period, days, amountCents }) => [period.from, period.to, days, amountCents])

describe('the yearly invoice', () => {
  it('asks € 149 for each LRK number that is under contract all year, in a leap year too', () => {
    for (const year of [2024, 2025]) {
      const draft = drafted(run(year, two))
      expect(draft.lines.map((line) => line.amountCents)).toEqual([149_00, 149_00])
      expect(draft).toMatchObject({ netCents: 298_00, vatCents: 62_58, grossCents: 360_58, vatPercent: 21 })
      expect(draft.supplyPeriod).toEqual({ from: `${year}-01-01`, to: `${year}-12-31` })
    }
  })

  it('asks KDV and BSO at one address each their own price', () => {
    const kdv = sampleLocation(0, { name: 'Fantasiehuis', type: 'KDV' })
    const bso = sampleLocation(1, { name: 'Fantasiehuis', type: 'BSO' })
    expect(locationLines(run(2025, [bso, kdv])).map((line) => line.type)).toEqual(['KDV', 'BSO'])
  })

  it('does not bill a location again whose LRK number was corrected', () => {
    const wrong = sampleLocation(0)
    const corrected = { ...wrong, lrkNumber: sampleLocation(7).lrkNumber }
    const issued = issue(run(2025, [wrong]), [], '2025-01-08')
    expect(run(2025, [corrected], issued)).toEqual({ refused: 'already-invoiced' })
    const other = sampleLocation(1, { lrkNumber: wrong.lrkNumber })
    expect(locationLines(run(2025, [corrected, other], issued)).map((line) => line.name)).toEqual([
      other.name,
    ])
  })

  it('lists locations as they are looked up, the second before the tenth', () => {
    const named = [10, 2, 1].map((number, index) => sampleLocation(index, { name: `Locatie ${number}` }))
    expect(locationLines(run(2025, named)).map((line) => line.name)).toEqual([
      'Locatie 1',
      'Locatie 2',
      'Locatie 10',
    ])
  })

  it.each([
    ['joined on 1 July 2025', 2025, { joinedOn: '2025-07-01' }, ['2025-07-01', '2025-12-31', 184, 75_11]],
    ['left on 30 June 2025', 2025, { leftOn: '2025-06-30' }, ['2025-01-01', '2025-06-30', 181, 73_89]],
    ['left on 29 February 2024', 2024, { leftOn: '2024-02-29' }, ['2024-01-01', '2024-02-29', 60, 24_43]],
    ['joined on the last day', 2025, { joinedOn: '2025-12-31' }, ['2025-12-31', '2025-12-31', 1, 41]],
    ['left on the first day', 2025, { leftOn: '2025-01-01' }, ['2025-01-01', '2025-01-01', 1, 41]],
  ])('asks for its own days of a location that %s', (_name, year, changes, line) => {
    expect(periods(run(year, [sampleLocation(0, changes)]))).toEqual([line])
  })

  it('asks nothing for a location that left last year or joins next year', () => {
    const gone = sampleLocation(0, { leftOn: '2024-12-31' })
    const coming = sampleLocation(1, { joinedOn: '2026-01-01' })
    expect(run(2025, [gone, coming])).toEqual({ refused: 'no-locations' })
    expect(locationLines(run(2025, [gone, coming, sampleLocation(2)]))).toHaveLength(1)
  })

  it('asks only for the days of the contract, which may begin and end within a year', () => {
    const short = sampleEngagement({ startsOn: '2025-04-01', endsOn: '2025-09-30' })
    const draft = yearlyInvoice(2025, practice, organisation, short, two, [])
    expect(periods(draft)).toEqual([
      ['2025-04-01', '2025-09-30', 183, 74_70],
      ['2025-04-01', '2025-09-30', 183, 74_70],
    ])
    expect(yearlyInvoice(2026, practice, organisation, short, two, [])).toEqual({
      refused: 'engagement-missing',
    })
    expect(yearlyInvoice(2024, practice, organisation, short, two, [])).toEqual({
      refused: 'engagement-missing',
    })
  })

  it('carries the cost centre and the number of each location', () => {
    expect(locationLines(run(2025, [sampleLocation(0, { costCentre: 'KP-17' })]))).toMatchObject([
      { lrkNumber: '100178376', costCentre: 'KP-17', unitCents: 149_00, daysInYear: 365 },
    ])
  })

  it('together with the parts before and after never costs more than a cent beside the whole year', () => {
    fc.assert(
      fc.property(anyDay('2023-01-02', '2024-12-31'), (joinedOn) => {
        const year = Number(joinedOn.slice(0, 4))
        const before = sampleLocation(0, { leftOn: joinedOn })
        const after = sampleLocation(0, { joinedOn })
        const cents = [before, after].flatMap((location) =>
          locationLines(run(year, [location])).map((line) => line.amountCents),
        )
        const sharedDay = 149_00 / (year === 2024 ? 366 : 365)
        expect(Math.abs((cents[0] ?? 0) + (cents[1] ?? 0) - 149_00 - sharedDay)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is a valid draft whose lines make up its amounts, whatever the locations', () => {
    const anyLocation = fc
      .tuple(anyDay('2022-01-01', '2026-12-31'), fc.option(anyDay('2022-01-01', '2026-12-31')))
      .map(([a, b]) => ({ joinedOn: b !== null && b < a ? b : a, leftOn: b !== null && b < a ? a : b }))
    const scheme = fc.constantFrom('standard', 'small-business')
    fc.assert(
      fc.property(
        fc.array(anyLocation, { minLength: 1, maxLength: 5 }),
        scheme,
        fc.boolean(),
        (drawn, vatRegime, pricesIncludeVat) => {
          const locations = drawn.map((changes, n) => sampleLocation(n, changes))
          const own = samplePractice({ vatRegime, pricesIncludeVat })
          const draft = yearlyInvoice(2024, own, organisation, engagement, locations, [])
          if ('refused' in draft) {
            expect(draft.refused).toBe('no-locations')
            return
          }
          expect(InvoiceDraft.parse(draft)).toEqual(draft)
          expect(draft.lines.reduce((sum, line) => sum + line.amountCents, 0)).toBe(draft.netCents)
          expect(draft.netCents + draft.vatCents).toBe(draft.grossCents)
        },
      ),
    )
  })
})

describe('a second run of the year', () => {
  const first = issue(run(2025, two), [], '2025-01-08')

  it('has nothing to bill when nobody joined', () => {
    expect(run(2025, two, first)).toEqual({ refused: 'already-invoiced' })
  })

  it('bills only who joined since, for the period of that location alone', () => {
    const draft = drafted(run(2025, [...two, sampleLocation(2, { joinedOn: '2025-09-01' })], first))
    expect(periods(draft)).toEqual([['2025-09-01', '2025-12-31', 122, 49_80]])
    expect(draft.supplyPeriod).toEqual({ from: '2025-09-01', to: '2025-12-31' })
  })

  it('bills the days that a location stayed longer than was charged', () => {
    const leaving = issue(run(2025, [sampleLocation(0, { leftOn: '2025-06-30' })]), [], '2025-01-08')
    expect(periods(run(2025, [sampleLocation(0)], leaving))).toEqual([
      ['2025-07-01', '2025-12-31', 184, 75_11],
    ])
  })

  it('bills nothing for a location that left after it was invoiced', () => {
    expect(run(2025, [sampleLocation(0, { leftOn: '2025-03-31' }), sampleLocation(1)], first)).toEqual({
      refused: 'already-invoiced',
    })
  })

  it('bills everything anew, with the days as they are now, once the first invoice was credited', () => {
    const credited = credit(first, 0, '2025-04-02')
    const left = [sampleLocation(0, { leftOn: '2025-03-31' }), sampleLocation(1)]
    const again = issue(run(2025, left, credited), credited, '2025-04-02')
    expect(again.map(({ number, netCents }) => [number, netCents])).toEqual([
      ['2025-0001', 298_00],
      ['2025-0002', -298_00],
      ['2025-0003', 36_74 + 149_00],
    ])
    expect(run(2025, left, again)).toEqual({ refused: 'already-invoiced' })
  })

  it('bills the next year in full', () => {
    expect(periods(run(2026, two, first)).map(([, , days]) => days)).toEqual([365, 365])
  })
})

describe('a bundle of hours', () => {
  const bundled = sampleEngagement({ hoursBilling: 'bundle', bundleMinutes: 600 })
  const propose = (locations: Location[], issued: Parameters<typeof yearlyInvoice>[5] = []) =>
    yearlyInvoice(2025, practice, organisation, bundled, locations, issued)

  it('stands on the yearly invoice at the reduced rate', () => {
    expect(drafted(propose(two)).lines.at(-1)).toEqual({
      kind: 'bundle',
      period: { from: '2025-01-01', to: '2025-12-31' },
      minutes: 600,
      hourlyRateCents: 85_00,
      amountCents: 850_00,
    })
  })

  it('is bought once, also when a location joins later', () => {
    const first = issue(propose(two), [], '2025-01-08')
    const later = drafted(propose([...two, sampleLocation(2, { joinedOn: '2025-09-01' })], first))
    expect(later.lines.map((line) => line.kind)).toEqual(['location'])
  })

  it('is bought again for the next year', () => {
    const first = issue(propose(two), [], '2025-01-08')
    const next = drafted(yearlyInvoice(2026, practice, organisation, bundled, two, first))
    expect(next.lines.map((line) => line.kind)).toEqual(['location', 'location', 'bundle'])
  })

  it('can still be bought when it was agreed after the locations were invoiced', () => {
    const first = issue(run(2025, two), [], '2025-01-08')
    expect(drafted(propose(two, first)).lines.map((line) => line.kind)).toEqual(['bundle'])
  })

  it('is bought whole in a year in which the contract begins halfway', () => {
    const late = { ...bundled, startsOn: sampleLocation(0, { joinedOn: '2025-07-01' }).joinedOn }
    const draft = drafted(yearlyInvoice(2025, practice, organisation, late, two, []))
    expect(draft.lines.at(-1)).toMatchObject({ kind: 'bundle', minutes: 600, amountCents: 850_00 })
  })

  it('is no line when hours are billed by the half-year, or when none were agreed', () => {
    const none = sampleEngagement({ hoursBilling: 'bundle', bundleMinutes: 0 })
    const halfYearly = sampleEngagement({ hoursBilling: 'half-yearly-line', bundleMinutes: 600 })
    for (const contract of [none, halfYearly]) {
      const draft = drafted(yearlyInvoice(2025, practice, organisation, contract, two, []))
      expect(draft.lines.map((line) => line.kind)).toEqual(['location', 'location'])
    }
  })
})
