import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTCOMES } from '#shared/casework/case-file.ts'
import { LADDER, RUNGS } from '#shared/casework/ladder.ts'
import { countMelders } from '#shared/casework/melders.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { SUB_SUBJECTS, subSubjectsOf } from '#shared/casework/subjects.ts'
import { type DimensionChoice, STARTING_STEPS, USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { assertLadder, categoriesOf, categoryOf } from '#shared/statistics/report-dimension.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { anyDay, ORGANISATION, sampleCase, sampleLocation, sampleStep, written } from '../sample-caseload.ts'

const YEAR: ReportPeriod = { year: 2025, half: null }
const HALF: ReportPeriod = { year: 2025, half: 'second-half' }
const BLOCK: ReportPeriod = { from: 2023, to: 2025 }

const city = (place: string) => ({ address: { street: '', postcode: '', city: place } })
const locations = [
  sampleLocation(1, city('Verzonnendorp')),
  sampleLocation(2, city('verzonnendorp ')),
  sampleLocation(3, city('Luchtstad')),
]

const asked = (dimensions: DimensionChoice[], period: ReportPeriod = YEAR) =>
  askedOfGate({ dimensions, crossTables: [] }, period, locations).dimensions

const everyChoice = Object.entries(STARTING_STEPS).flatMap(([dimension, steps]) =>
  steps.map((from) => [dimension, from, { dimension, from } as DimensionChoice] as const),
)

describe('the tables of a report', () => {
  it('count a year by subject, role, rung, outcome and half-year, unless something else is chosen', () => {
    const { dimensions, crossTables } = askedOfGate(USUAL_CHOICES, YEAR, [])
    expect(dimensions.map(({ name }) => name)).toEqual(['subject', 'role', 'rung', 'outcome', 'time'])
    expect(crossTables).toEqual([])
  })

  it('know every category that a case can have', () => {
    expect(askedOfGate(USUAL_CHOICES, YEAR, []).dimensions.map((one) => categoriesOf(one).sort())).toEqual([
      [...SUB_SUBJECTS].sort(),
      [...MELDER_ROLES].sort(),
      [...LADDER].sort(),
      [...OUTCOMES, 'open'].sort(),
      ['2025-1', '2025-2'],
    ])
  })

  it.each(everyChoice)('merge %s step by step from %s until everything is one', (_name, _from, choice) => {
    for (const dimension of asked([choice], BLOCK)) {
      expect(() => assertLadder(dimension)).not.toThrow()
      const sizes = dimension.ladder.map((partition) => partition.length)
      expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => b - a))
      expect(sizes.at(-1)).toBe(1)
    }
  })

  it('count sub-subjects by themselves, or a main subject with all of its own', () => {
    const [fine] = asked([{ dimension: 'subject', from: 'sub-subjects' }])
    expect(fine?.ladder[0]).toContainEqual(['bullying'])
    const [coarse] = asked([{ dimension: 'subject', from: 'main-subjects' }])
    expect(coarse?.ladder[0]).toContainEqual(subSubjectsOf('treatment'))
  })

  it('keep people inside the organisation apart from people outside it as long as they can', () => {
    const [role] = asked([{ dimension: 'role', from: 'inside-or-outside' }])
    expect(role?.ladder[0]).toEqual([
      ['professional', 'childminder', 'trainee', 'volunteer', 'manager', 'board'],
      ['parent', 'parent-committee', 'other', 'unknown'],
    ])
  })

  it('take locations of one place together, however it was typed', () => {
    const [places] = asked([{ dimension: 'location', from: 'places' }])
    expect(places?.ladder[0]).toEqual([[locations[2]?.id], [locations[0]?.id, locations[1]?.id], ['none']])
  })

  it('set what was closed against what goes on', () => {
    const [outcome] = asked([{ dimension: 'outcome', from: 'closed-or-open' }])
    expect(outcome?.ladder[0]).toEqual([[...OUTCOMES], ['open']])
  })

  it('count no half-year by what may still change before the year is over', () => {
    const { dimensions, crossTables } = askedOfGate(
      {
        ...USUAL_CHOICES,
        crossTables: [
          ['subject', 'outcome'],
          ['subject', 'role'],
        ],
      },
      HALF,
      [],
    )
    expect(dimensions.map(({ name }) => name)).toEqual(['subject', 'role'])
    expect(crossTables).toEqual([['subject', 'role']])
  })

  it('have a category for every melder that casework counts', () => {
    const drawn = fc.record({
      firstContactOn: anyDay('2025-01-01', '2025-12-31'),
      melderRole: fc.constantFrom(...MELDER_ROLES),
      subjects: fc.constantFrom(...SUB_SUBJECTS).map((subject) => [subject]),
      locationId: fc.constantFrom(null, ...locations.map(({ id }) => id)),
      outcome: fc.option(fc.constantFrom(...OUTCOMES)),
      rung: fc.constantFrom(...RUNGS),
    })
    fc.assert(
      fc.property(drawn, fc.constantFrom(...everyChoice), ({ outcome, rung, ...changes }, [, , choice]) => {
        const closing = outcome === null ? null : { on: '2026-01-10', outcome, aftercare: '' }
        const caseFile = sampleCase(1, { ...changes, closing })
        const entries = [written(sampleStep({ rung }), 1, caseFile)]
        const [melder] = countMelders([{ caseFile, entries }], ORGANISATION, YEAR)
        if (melder === undefined) throw new Error('she came')
        for (const dimension of asked([choice]))
          expect(categoryOf(melder, dimension)).toBe(melder[dimension.name as 'subject'])
      }),
    )
  })
})
