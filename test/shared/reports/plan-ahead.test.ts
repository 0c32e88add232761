import { describe, expect, it } from 'vitest'
import { type CountedMelder } from '#shared/casework/melders.ts'
import { planAhead } from '#shared/reports/plan-ahead.ts'
import { USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { type HalfYear } from '#shared/statistics/report-period.ts'
import { ORGANISATION, sampleId } from '../sample-caseload.ts'

let drawn = 0

function came(count: number, time: HalfYear, subject: CountedMelder['subject']): CountedMelder[] {
  return Array.from({ length: count }, () => {
    drawn += 1
    return {
      organisationId: ORGANISATION,
      melderLink: sampleId(drawn),
      accusedLink: null,
      subject,
      role: 'professional',
      rung: 'support',
      outcome: 'open',
      location: 'none',
      time,
    }
  })
}

const plan = (melders: CountedMelder[]) =>
  planAhead({
    organisationId: ORGANISATION,
    settings: { preset: 'ordinary' },
    choices: { ...USUAL_CHOICES, dimensions: [{ dimension: 'subject', from: 'main-subjects' }] },
    locations: [],
    years: [{ year: 2025, melders }],
    secret: new Uint8Array(32).fill(7),
  })

describe('planning a year ahead', () => {
  it('names the half-yearly tables that would cost the year rows', async () => {
    const [year] = (await plan([
      ...came(7, '2025-1', 'bullying'),
      ...came(8, '2025-1', 'workload'),
      ...came(2, '2025-2', 'bullying'),
      ...came(4, '2025-2', 'workload'),
    ])) as Exclude<Awaited<ReturnType<typeof plan>>, { refused: unknown }>
    const subject = year?.lost.find(({ dimension }) => dimension === 'subject')
    expect(subject?.rowsAfterHalves).toBeLessThan(subject?.rowsAlone ?? 0)
    expect(subject?.blockedBy).toContainEqual({ half: '2025-1', dimension: 'subject' })
  })

  it('names nothing where the halves are large enough by themselves', async () => {
    expect(
      await plan([
        ...came(9, '2025-1', 'bullying'),
        ...came(9, '2025-1', 'workload'),
        ...came(9, '2025-2', 'bullying'),
        ...came(9, '2025-2', 'workload'),
      ]),
    ).toEqual([{ year: 2025, lost: [] }])
  })

  it('names nothing where half-years say no more than how many came', async () => {
    expect(await plan([...came(6, '2025-1', 'bullying'), ...came(14, '2025-2', 'workload')])).toEqual([
      { year: 2025, lost: [] },
    ])
  })

  it('names a table that would tell of a few in one half by how many came in the other', async () => {
    // Of nine about workload at most six came in the first half, so at least three in the second.
    const planned = await plan([...came(6, '2025-1', 'bullying'), ...came(9, '2025-2', 'workload')])
    expect(planned).toMatchObject([{ year: 2025, lost: [{ dimension: 'subject' }] }])
  })
})
