import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { changeCase, openCase } from '#shared/casework/decide.ts'
import { countingHalf, halfYearOf, nextHalf, openHalfFor } from '#shared/casework/late-case.ts'
import { type HalfYear } from '#shared/statistics/report-period.ts'
import { countMelders } from '#shared/casework/melders.ts'
import { anyDay, ORGANISATION, sampleCase, sampleDetails, sampleId } from '../sample-caseload.ts'

const names = { id: sampleId(1), reference: 'BIVO-72', melderLink: sampleId(2), accusedLink: null }
const today = calendarDate('2026-03-01')
const closed = new Set<HalfYear>(['2025-1', '2025-2'])

describe('the half-year in which a case counts', () => {
  it('is that of its first contact while nothing of it was handed over', () => {
    expect(openHalfFor(calendarDate('2025-06-30'), new Set(['2025-2']))).toBe(null)
    expect(countingHalf(sampleCase(1, { firstContactOn: '2025-07-01' }))).toBe('2025-2')
  })

  it('is the first open one after it otherwise', () => {
    expect(openHalfFor(calendarDate('2025-03-01'), new Set(['2025-1']))).toBe('2025-2')
    expect(openHalfFor(calendarDate('2025-03-01'), closed)).toBe('2026-1')
    expect(openHalfFor(calendarDate('2025-12-31'), new Set(['2025-2', '2026-1', '2026-2']))).toBe('2027-1')
  })

  it('is never one of which figures were handed over, and never before the first contact', () => {
    const halves = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 2000, max: 2030 }), fc.constantFrom<1 | 2>(1, 2))
        .map(([year, half]): HalfYear => `${year}-${half}`),
    )
    fc.assert(
      fc.property(anyDay('2000-01-01', '2030-12-31'), halves, (day, handedOver) => {
        const counts = openHalfFor(day, new Set(handedOver)) ?? halfYearOf(day)
        expect(handedOver).not.toContain(counts)
        expect(counts >= halfYearOf(day)).toBe(true)
      }),
    )
  })

  it('follows half after half', () => {
    expect(nextHalf('2025-1')).toBe('2025-2')
    expect(nextHalf('2025-2')).toBe('2026-1')
  })

  it('stays where it was while the first contact stays in its half-year, and is looked for anew when it moves', () => {
    const opened = openCase(sampleDetails({ firstContactOn: '2025-03-10' }), names, today, new Set())
    if ('refused' in opened) throw new Error(opened.refused)
    const counted = {
      ...opened,
      countedAs: {
        subject: 'workload' as const,
        role: 'parent' as const,
        locationId: null,
        rung: null,
        outcome: null,
      },
    }
    const changed = (firstContactOn: string) =>
      changeCase(counted, sampleDetails({ firstContactOn }), names, [], today, closed)
    expect(changed('2025-02-01')).toMatchObject({ countsIn: null, countedAs: { role: 'parent' } })
    const uncounted = (firstContactOn: string) =>
      changeCase(opened, sampleDetails({ firstContactOn }), names, [], today, closed)
    expect(uncounted('2025-07-01')).toMatchObject({ countsIn: '2026-1', countedAs: null })
    expect(uncounted('2024-12-01')).toMatchObject({ countsIn: null, countedAs: null })
  })

  it('stays where a settled report counted it, whatever day its first contact turns out to be', () => {
    const opened = openCase(sampleDetails({ firstContactOn: '2025-06-30' }), names, today, new Set())
    if ('refused' in opened) throw new Error(opened.refused)
    const countedAs = {
      subject: 'workload' as const,
      role: 'parent' as const,
      locationId: null,
      rung: null,
      outcome: null,
    }
    const later = changeCase(
      { ...opened, countedAs },
      sampleDetails({ firstContactOn: '2025-07-01' }),
      names,
      [],
      today,
      closed,
    )
    expect(later).toMatchObject({ firstContactOn: '2025-07-01', countsIn: '2025-1', countedAs })
    const back = changeCase(
      later as Exclude<typeof later, { refused: string }>,
      sampleDetails({ firstContactOn: '2025-06-30' }),
      names,
      [],
      today,
      closed,
    )
    expect(back).toMatchObject({ countsIn: null, countedAs })
  })
})

describe('a question', () => {
  const opened = (changes: Record<string, unknown>) =>
    openCase(sampleDetails(changes), names, today, new Set())

  it('is what is about regulations alone, unless the advisor says otherwise', () => {
    expect(opened({ subjects: ['collective-agreement', 'childcare-act'] })).toMatchObject({
      isQuestion: true,
    })
    expect(opened({ subjects: ['collective-agreement', 'bullying'] })).toMatchObject({ isQuestion: false })
    expect(opened({ subjects: ['collective-agreement'], isQuestion: false })).toMatchObject({
      isQuestion: false,
    })
    expect(opened({ subjects: ['bullying'], isQuestion: true })).toMatchObject({ isQuestion: true })
  })

  it('stays what it was said to be until the subjects change', () => {
    const melding = sampleCase(1, { subjects: ['collective-agreement'], isQuestion: false })
    const change = (subjects: string[]) =>
      changeCase(melding, sampleDetails({ subjects }), names, [], today, new Set())
    expect(change(['collective-agreement'])).toMatchObject({ isQuestion: false })
    expect(change(['childcare-act'])).toMatchObject({ isQuestion: true })
  })

  it('that becomes a melding counts where nothing was handed over yet', () => {
    const question = sampleCase(1, { firstContactOn: '2025-03-10', isQuestion: true })
    const change = (isQuestion: boolean) =>
      changeCase(question, sampleDetails({ isQuestion }), names, [], today, closed)
    expect(change(false)).toMatchObject({ countsIn: '2026-1' })
    expect(change(true)).toMatchObject({ countsIn: null })
  })

  it('still counts where a report that is out counted it as a melding', () => {
    const countedAs = { subject: 'workload', role: 'parent', locationId: null, rung: null, outcome: null }
    const of = (changes: Record<string, unknown>) => [
      { caseFile: sampleCase(1, { isQuestion: true, ...changes }), entries: [] },
    ]
    const year = { year: 2025, half: null }
    expect(countMelders(of({}), ORGANISATION, year)).toHaveLength(0)
    expect(countMelders(of({ countedAs }), ORGANISATION, year)).toMatchObject([{ role: 'parent' }])
  })
})
