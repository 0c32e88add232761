import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Activity, ACTIVITY_KINDS } from '#shared/activities/activity.ts'
import { reportActivities } from '#shared/reports/report-activities.ts'
import { anyDay, ORGANISATION, sampleId } from '../sample-caseload.ts'

function sampleActivity(n: number, changes: Record<string, unknown> = {}): Activity {
  return Activity.parse({
    id: sampleId(n),
    organisationId: ORGANISATION,
    kind: 'consultation-hr',
    on: '2025-03-25',
    minutes: 60,
    description: `Overleg ${n}`,
    withWhom: 'HR',
    reach: null,
    billable: true,
    inReport: true,
    becauseOfCase: false,
    ...changes,
  })
}

const YEAR = { year: 2025, half: null }

describe('the activities in a report', () => {
  it('stand in order of date, without hours or ids', () => {
    const told = reportActivities(
      [sampleActivity(1, { on: '2025-10-21' }), sampleActivity(2, { on: '2025-01-08', reach: 12 })],
      ORGANISATION,
      YEAR,
    )
    expect(told).toEqual([
      { on: '2025-01-08', kind: 'consultation-hr', description: 'Overleg 2', withWhom: 'HR', reach: 12 },
      { on: '2025-10-21', kind: 'consultation-hr', description: 'Overleg 1', withWhom: 'HR', reach: null },
    ])
  })

  it('hold the advisor’s own peer review, and nothing of another organisation', () => {
    const own = sampleActivity(1, { organisationId: null, kind: 'peer-review' })
    const elsewhere = sampleActivity(2, { organisationId: sampleId(77) })
    expect(reportActivities([own, elsewhere], ORGANISATION, YEAR).map(({ kind }) => kind)).toEqual([
      'peer-review',
    ])
  })

  it('leave out one that a case gave rise to, though it was ticked for the report', () => {
    expect(reportActivities([sampleActivity(1, { becauseOfCase: true })], ORGANISATION, YEAR)).toEqual([])
  })

  it('hold exactly what belongs to the year, was ticked and did not come from a case', () => {
    const drawn = fc.record({
      organisationId: fc.constantFrom(ORGANISATION, null, sampleId(77)),
      kind: fc.constantFrom(...ACTIVITY_KINDS),
      on: anyDay('2024-11-01', '2026-02-28'),
      inReport: fc.boolean(),
      becauseOfCase: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 15 }), (all) => {
        const told = reportActivities(
          all.map((changes, n) => sampleActivity(n, changes)),
          ORGANISATION,
          YEAR,
        )
        const expected = all.filter(
          (one) =>
            one.organisationId !== sampleId(77) &&
            one.on.startsWith('2025') &&
            one.inReport &&
            !one.becauseOfCase,
        )
        expect(told.map(({ on }) => on)).toEqual(expected.map(({ on }) => on).sort())
      }),
    )
  })
})
