import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { subSubjectsOf } from '#shared/casework/subjects.ts'
import { idFrom } from '#shared/kernel/id.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { type Location } from '#shared/organisations/location.ts'
import {
  figureAfter,
  type FigureFields,
  firstFigure,
  type HandFields,
  handReport,
  rowChoices,
} from '../../../../renderer/features/reports/hand-figures.ts'

const id = (n: number) => idFrom(new Uint8Array(26).fill(n))
const ORGANISATION = id(1)
const location = (n: number, name: string, organisationId = ORGANISATION): Location => ({
  id: id(n),
  organisationId,
  name,
  lrkNumber: LrkNumber.parse('100000001'),
  type: 'KDV',
  address: { street: '', postcode: '', city: 'Nergenshuizen' },
  costCentre: '',
  joinedOn: calendarDate('2020-01-01'),
  leftOn: null,
})
const LOCATIONS = [location(2, 'De Duinroos'), location(3, 'Het Helmgras'), location(4, 'Elders', id(9))]

const fields = (...figures: Partial<FigureFields>[]): HandFields => ({
  organisationId: ORGANISATION,
  recipient: 'Directie',
  document: 'Jaarverslag op papier',
  handedOverOn: '2026-01-15',
  figures: figures.map((figure) => ({ ...firstFigure(2025), value: 12, ...figure })),
})
const read = (typed: HandFields) => handReport(LOCATIONS, calendarDate('2026-02-01')).safeParse(typed)
const figures = (...typed: Partial<FigureFields>[]) => read(fields(...typed)).data?.figures
const wrong = (typed: HandFields) =>
  read(typed).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('a report made by hand', () => {
  it('holds years, half-years and years together', () => {
    const all = figures(
      {},
      { stretch: 'first-half' },
      { stretch: 'second-half', year: 2024 },
      { stretch: 'years', year: 2022, toYear: 2024 },
    )
    expect(all?.map(({ period }) => period)).toEqual([
      { year: 2025, half: null },
      { year: 2025, half: 'first-half' },
      { year: 2024, half: 'second-half' },
      { from: 2022, to: 2024 },
    ])
  })

  it('holds numbers, limits, ranges and what was left out', () => {
    const all = figures(
      { year: 2021 },
      { year: 2022, stood: 'below', value: 5 },
      { year: 2023, stood: 'range', value: 5, upTo: 10 },
      { year: 2024, stood: 'left-out', value: null },
    )
    expect(all?.map(({ value }) => value)).toEqual([12, { from: 0, to: 4 }, { from: 5, to: 10 }, 'hidden'])
  })

  it('counts by subject and sub-subject, step, outcome and a location of that organisation', () => {
    const all = figures(
      { breakdown: 'subject', row: subSubjectsOf('treatment').join(' ') },
      { breakdown: 'subject', row: 'bullying' },
      { breakdown: 'rung', row: 'mediation' },
      { breakdown: 'outcome', row: 'listening-sufficed' },
      { breakdown: 'location', row: id(2) },
    )
    expect(all?.map(({ dimension, categories }) => [dimension, categories])).toEqual([
      ['subject', subSubjectsOf('treatment')],
      ['subject', ['bullying']],
      ['rung', ['mediation']],
      ['outcome', ['listening-sufficed']],
      ['location', [id(2)]],
    ])
    expect(wrong(fields({ breakdown: 'location', row: id(4) }))).toEqual(['figures.0.row: not-chosen'])
  })

  it('offers every group by its Dutch name, locations by theirs', () => {
    const names = (breakdown: Parameters<typeof rowChoices>[0]) =>
      rowChoices(breakdown, LOCATIONS.slice(0, 2)).map(({ label, group }) => [label, group])
    expect(names('location')).toEqual([
      ['De Duinroos', undefined],
      ['Het Helmgras', undefined],
      ['Geen locatie genoemd', undefined],
      ['Nergenshuizen', 'Plaatsen'],
    ])
    expect(names('subject').slice(0, 2)).toEqual([
      ['Beleid en organisatie', 'Hoofdonderwerpen'],
      ['Bejegening', 'Hoofdonderwerpen'],
    ])
    expect(names('subject')).toContainEqual(['Pesten', 'Deelonderwerpen'])
    expect(names('outcome')).toContainEqual(['Luisteren was genoeg', undefined])
  })

  it('says at each field what is missing or wrong, and nothing of what is right', () => {
    expect(
      wrong({
        organisationId: null,
        recipient: ' ',
        document: '',
        handedOverOn: null,
        figures: [{ ...firstFigure(2025), breakdown: 'role' }],
      }),
    ).toEqual([
      'organisationId: not-chosen',
      'recipient: not-filled-in',
      'document: not-filled-in',
      'handedOverOn: not-filled-in',
      'figures.0.row: not-chosen',
      'figures.0.value: not-filled-in',
    ])
    expect(wrong(fields({ year: null }, { year: 2027 }, { stretch: 'years', toYear: 2025 }))).toEqual([
      'figures.0.year: not-filled-in',
      'figures.1.year: year-in-future',
      'figures.2.toYear: years-reversed',
    ])
    expect(wrong(fields({ stood: 'range', value: 5, upTo: 4 }, { stood: 'below', value: 0 }))).toEqual([
      'figures.0.upTo: range-reversed',
      'figures.1.value: below-nothing',
    ])
    expect(wrong(fields({}, { value: 13 }))).toEqual(['figures.1.breakdown: figure-twice'])
    expect(wrong(fields({ year: 1900 }))).toEqual(['figures.0.year: not-a-year'])
    expect(wrong(fields({ page: 'x'.repeat(300) }))?.[0]).toMatch(/^figures\.0\.page: /)
  })

  it('goes on with the period and breakdown of the figure before', () => {
    const last = { ...firstFigure(2024), breakdown: 'role', row: 'parent', stood: 'below', value: 5 } as const
    expect(figureAfter({ ...last, page: '7' })).toEqual({
      ...firstFigure(2024),
      breakdown: 'role',
      page: '7',
    })
  })
})
