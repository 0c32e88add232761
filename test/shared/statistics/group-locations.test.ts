import { expect, test } from 'vitest'
import { Id } from '#shared/kernel/id.ts'
import { protectGroup } from '#shared/statistics/protect-group.ts'
import type { ReportMelder } from '#shared/statistics/report-dimension.ts'

const id = (number: number): Id => Id.parse(String(number).padStart(26, '0'))

/** How many came to each location of the first entity, and of the second; the last of each to none in particular. */
async function rowsShown(first: readonly number[], second: readonly number[]) {
  const names = (entity: number, counts: readonly number[]): string[] =>
    counts.slice(0, -1).map((_, index) => `location ${String(entity)}.${String(index)}`)
  const melders = [first, second].flatMap((counts, entity) =>
    counts.flatMap((count, index) =>
      Array.from({ length: count }, (): ReportMelder => ({
        organisationId: id(entity + 1),
        time: '2025-1',
        accusedLink: null,
        location: names(entity, counts)[index] ?? 'none',
      })),
    ),
  )
  const owned = [first, second].flatMap((counts, entity) =>
    names(entity, counts).map((category) => ({ category, organisationId: id(entity + 1) })),
  )
  const all = [...owned.map(({ category }) => category), 'none']
  const answer = await protectGroup({
    groupId: id(90),
    entities: [1, 2].map((entity) => ({ organisationId: id(entity), settings: { preset: 'ordinary' } })),
    reportId: id(91),
    period: { year: 2025, half: null },
    settings: { preset: 'ordinary' },
    melders,
    dimensions: [{ name: 'location', ladder: [all.map((one) => [one]), [all]], only: owned }],
    crossTables: [],
    use: [],
    ledger: [],
    secret: new Uint8Array(32).fill(9),
  })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.report.tables.flatMap(({ rows }) => rows)
}

test('of an entity of which everybody knows how many came, not both locations are shown: fourteen less six and six are the two of no location', async () => {
  const rows = await rowsShown([9, 3, 2], [6, 6, 2])
  const shown = rows.filter(({ value }) => value === 6)
  expect(shown.length).toBeLessThan(2)
})

test('of entities with enough people everywhere all locations are shown', async () => {
  expect((await rowsShown([7, 8, 9], [6, 6, 8])).map(({ value }) => value)).toEqual([7, 8, 6, 6, 17])
})
