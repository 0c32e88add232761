import { expect, test } from 'vitest'
import { Id } from '#shared/kernel/id.ts'
import { chained, LEDGER_START } from '#shared/statistics/ledger.ts'
import { protectGroup } from '#shared/statistics/protect-group.ts'
import type { ReportMelder } from '#shared/statistics/report-dimension.ts'
import { timeDimension } from '#shared/statistics/report-time.ts'
import { handover } from './report-of.ts'

const id = (number: number): Id => Id.parse(String(number).padStart(26, '0'))
const year = { year: 2025, half: null }

/** How many came to each of four entities in the first half-year, and in the second. */
const counts = [
  [2, 6],
  [4, 0],
  [3, 6],
  [3, 4],
] as const

const melders = counts.flatMap((halves, entity) =>
  halves.flatMap((count, half) =>
    Array.from({ length: count }, (): ReportMelder => ({
      organisationId: id(entity + 1),
      time: half === 0 ? '2025-1' : '2025-2',
      accusedLink: null,
    })),
  ),
)

/** What these entities were told by hand of their first half-year. */
const toldBefore = (entities: readonly number[]) => {
  const figures = entities.map((entity) => ({
    ...handover,
    reportId: id(30),
    organisationId: id(entity + 1),
    period: { year: 2025, half: 'first-half' as const },
    dimension: 'total',
    categories: [],
    value: counts[entity]?.[0] ?? 0,
  }))
  return chained(figures, LEDGER_START)
}

async function halvesShown(entities: readonly number[]): Promise<boolean> {
  const answer = await protectGroup({
    groupId: id(90),
    entities: counts.map((_, entity) => ({
      organisationId: id(entity + 1),
      settings: { preset: 'ordinary' },
    })),
    reportId: id(91),
    period: year,
    settings: { preset: 'ordinary' },
    melders,
    dimensions: [timeDimension(year)],
    crossTables: [],
    use: [],
    ledger: toldBefore(entities),
    secret: new Uint8Array(32).fill(9),
  })
  if ('refused' in answer) throw new Error(answer.refused)
  expect(answer.report.total).toEqual({ shown: 'exact', value: 28 })
  return answer.report.tables.some(({ dimension }) => dimension === 'time')
}

test('a group is not told its half-years where three of its four entities know theirs: twelve less two, four and three are the three of the fourth', async () => {
  expect(await halvesShown([0, 1, 3])).toBe(false)
})

test('a group is told its half-years where none of its entities knows its own', async () => {
  expect(await halvesShown([])).toBe(true)
})
