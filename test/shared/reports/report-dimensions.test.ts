import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTCOMES } from '#shared/casework/case-file.ts'
import { LADDER, RUNGS } from '#shared/casework/ladder.ts'
import { countMelders } from '#shared/casework/melders.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { MAIN_SUBJECTS, SUB_SUBJECTS } from '#shared/casework/subjects.ts'
import { REPORT_DIMENSIONS } from '#shared/reports/report-dimensions.ts'
import { assertLadder, categoriesOf, categoryOf } from '#shared/statistics/report-dimension.ts'
import { anyDay, ORGANISATION, sampleCase, sampleStep, written } from '../sample-caseload.ts'

describe('the tables of an annual report', () => {
  it('count by subject, role, rung, outcome and half-year, in that order', () => {
    expect(REPORT_DIMENSIONS.map(({ name }) => name)).toEqual(['subject', 'role', 'rung', 'outcome', 'half'])
  })

  it('know every category that a case can have', () => {
    expect(REPORT_DIMENSIONS.map(categoriesOf)).toEqual([
      MAIN_SUBJECTS,
      MELDER_ROLES,
      LADDER,
      [...OUTCOMES, 'open'],
      ['first-half', 'second-half'],
    ])
  })

  it.each(REPORT_DIMENSIONS.map((dimension) => [dimension.name, dimension] as const))(
    'merge %s step by step until everything is one',
    (_name, dimension) => {
      expect(() => assertLadder(dimension)).not.toThrow()
      const sizes = dimension.ladder.map((partition) => partition.length)
      expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => b - a))
      expect(sizes.at(-1)).toBe(1)
    },
  )

  it('keep people inside the organisation apart from people outside it as long as they can', () => {
    const role = REPORT_DIMENSIONS.find(({ name }) => name === 'role')
    expect(role?.ladder.at(-2)).toEqual([
      ['professional', 'childminder', 'trainee', 'volunteer', 'manager', 'board'],
      ['parent', 'parent-committee', 'other', 'unknown'],
    ])
  })

  it('have a category for every melder that casework counts', () => {
    const drawn = fc.record({
      firstContactOn: anyDay('2025-01-01', '2025-12-31'),
      melderRole: fc.constantFrom(...MELDER_ROLES),
      subjects: fc.constantFrom(...SUB_SUBJECTS).map((subject) => [subject]),
      outcome: fc.option(fc.constantFrom(...OUTCOMES)),
      rung: fc.constantFrom(...RUNGS),
    })
    fc.assert(
      fc.property(drawn, ({ outcome, rung, ...changes }) => {
        const closing = outcome === null ? null : { on: '2026-01-10', outcome, aftercare: '' }
        const caseFile = sampleCase(1, { ...changes, closing })
        const entries = [written(sampleStep({ rung }), 1, caseFile)]
        const [melder] = countMelders([{ caseFile, entries }], ORGANISATION, 2025)
        if (melder === undefined) throw new Error('she came')
        for (const dimension of REPORT_DIMENSIONS)
          expect(categoryOf(melder, dimension)).toBe(melder[dimension.name as 'subject'])
      }),
    )
  })
})
