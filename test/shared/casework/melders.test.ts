import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTCOMES } from '#shared/casework/case-file.ts'
import { countMelders, type WrittenCase } from '#shared/casework/melders.ts'
import { RUNGS } from '#shared/casework/ladder.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { SUB_SUBJECTS } from '#shared/casework/subjects.ts'
import {
  anyDay,
  ORGANISATION,
  sampleCase,
  sampleContact,
  sampleId,
  sampleStep,
  written,
} from '../sample-caseload.ts'

const YEAR = { year: 2025, half: null }
const melder = sampleId(1)
const accused = sampleId(2)

function of(n: number, changes: Record<string, unknown>, rungs: string[] = []): WrittenCase {
  const caseFile = sampleCase(n, changes)
  const steps = rungs.map((rung, index) => written(sampleStep({ rung }), index, caseFile))
  return { caseFile, entries: [written(sampleContact(), 99, caseFile), ...steps] }
}

const closedAs = (outcome: string) => ({ closing: { on: '2026-02-01', outcome, aftercare: '' } })

describe('the melders of a year', () => {
  it('are nobody where nobody came', () => {
    expect(countMelders([], ORGANISATION, YEAR)).toEqual([])
  })

  it('are each told by subject, role, highest rung, outcome and half-year', () => {
    const only = of(1, { melderLink: melder, accusedLink: accused, ...closedAs('resolved') }, [
      'conciliation',
      'support',
    ])
    expect(countMelders([only], ORGANISATION, YEAR)).toEqual([
      {
        organisationId: ORGANISATION,
        melderLink: melder,
        accusedLink: accused,
        subject: 'workload',
        role: 'professional',
        rung: 'conciliation',
        outcome: 'resolved',
        location: 'none',
        time: '2025-1',
      },
    ])
  })

  it('count in the case that a report counted already, also when it turns out that she came before', () => {
    const countedAs = {
      subject: 'bullying',
      role: 'professional',
      locationId: null,
      rung: null,
      outcome: null,
    }
    const counted = of(1, { melderLink: melder, firstContactOn: '2025-09-01', countedAs })
    const before = of(2, { melderLink: melder, firstContactOn: '2025-03-01' })
    expect(countMelders([before, counted], ORGANISATION, YEAR)).toMatchObject([
      { subject: 'bullying', time: '2025-2' },
    ])
  })

  it('count once who came with two cases, in the case with which she came first', () => {
    const later = of(1, { melderLink: melder, firstContactOn: '2025-09-01', subjects: ['bullying'] })
    const first = of(2, { melderLink: melder, firstContactOn: '2025-03-01', ...closedAs('withdrawn') })
    expect(countMelders([later, first], ORGANISATION, YEAR)).toMatchObject([
      { subject: 'workload', outcome: 'withdrawn', time: '2025-1' },
    ])
  })

  it('have the highest rung of all their cases of the year, and of no other year', () => {
    const before = of(3, { melderLink: melder, firstContactOn: '2024-11-01' }, ['escalation'])
    const first = of(1, { melderLink: melder }, ['support'])
    const second = of(2, { melderLink: melder, firstContactOn: '2025-09-01' }, ['mediation'])
    expect(countMelders([before, first, second], ORGANISATION, YEAR)).toMatchObject([{ rung: 'mediation' }])
  })

  it('are told by the case whose name sorts first when two came on the same day', () => {
    const one = of(1, { melderLink: melder, subjects: ['bullying'] })
    const two = of(2, { melderLink: melder, subjects: ['workload'] })
    for (const cases of [
      [one, two],
      [two, one],
    ])
      expect(countMelders(cases, ORGANISATION, YEAR)).toMatchObject([{ subject: 'bullying' }])
  })

  it('do not hold who came last year, next year or to another organisation', () => {
    const cases = [
      of(1, { firstContactOn: '2024-12-31' }),
      of(2, { firstContactOn: '2026-01-01' }),
      of(3, { organisationId: sampleId(77) }),
      of(4, { firstContactOn: '2025-01-01' }),
      of(5, { firstContactOn: '2025-12-31' }),
    ]
    expect(countMelders(cases, ORGANISATION, YEAR).map(({ time }) => time)).toEqual(['2025-1', '2025-2'])
  })

  it('keep the link to the accused when only their second case has one', () => {
    const first = of(1, { melderLink: melder })
    const second = of(2, { melderLink: melder, firstContactOn: '2025-09-01', accusedLink: accused })
    expect(countMelders([first, second], ORGANISATION, YEAR)).toMatchObject([{ accusedLink: accused }])
  })

  it('hold the accused who came herself as much as anybody', () => {
    expect(countMelders([of(1, { position: 'accused' })], ORGANISATION, YEAR)).toHaveLength(1)
  })

  const anyCases = fc.array(
    fc.record({
      melderLink: fc.integer({ min: 1, max: 6 }).map(sampleId),
      firstContactOn: anyDay('2024-11-01', '2026-02-28'),
      melderRole: fc.constantFrom(...MELDER_ROLES),
      subjects: fc.constantFrom(...SUB_SUBJECTS).map((subject) => [subject]),
      outcome: fc.option(fc.constantFrom(...OUTCOMES)),
      rungs: fc.array(fc.constantFrom(...RUNGS), { maxLength: 3 }),
    }),
    { maxLength: 12 },
  )

  it('are as many as there are different people, in whatever order the cases come', () => {
    fc.assert(
      fc.property(anyCases, (drawn) => {
        const cases = drawn.map(({ rungs, outcome, ...changes }, n) =>
          of(n, { ...changes, ...(outcome === null ? {} : closedAs(outcome)) }, rungs),
        )
        const people = new Set(
          drawn
            .filter(({ firstContactOn }) => firstContactOn.startsWith('2025'))
            .map((one) => one.melderLink),
        )
        const melders = countMelders(cases, ORGANISATION, YEAR)
        expect(melders.map((one) => one.melderLink)).toEqual([...people].sort())
        expect(countMelders([...cases].reverse(), ORGANISATION, YEAR)).toEqual(melders)
      }),
    )
  })
})
