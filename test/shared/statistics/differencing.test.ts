import { expect, test, vi } from 'vitest'
import { audit } from '#shared/statistics/audit.ts'
import { protect } from '#shared/statistics/protect.ts'
import { differencingCase } from './differencing-case.ts'

vi.setConfig({ testTimeout: 120_000 })

async function derived(
  atoms: number,
  figures: { members: number[]; value: number }[],
  members: number[],
): Promise<number> {
  const [found] = await audit({ atoms, figures, targets: [{ id: 'derived', members }] })
  if (!found || found.min !== found.max) throw new Error('not derived')
  return found.min
}

test('sees what two maps of the same town tell when one is laid over the other', async () => {
  const { report1_OA2001: inner, report2_ED1991: outer, published_difference } = differencingCase.geographic
  const differences = await Promise.all(
    inner.map((row, hours) =>
      Promise.all(
        row.map((value, sex) =>
          derived(
            2,
            [
              { members: [0], value },
              { members: [0, 1], value: outer[hours]?.[sex] ?? NaN },
            ],
            [1],
          ),
        ),
      ),
    ),
  )
  expect(differences).toEqual(published_difference)
})

test('sees what tables about home, work and sex tell together', async () => {
  const { employed_living_in_A, working_in_A, living_and_working, males, published_derived_females } =
    differencingCase.linking
  // Atoms: men then women, each who live and work in A, only live there, only work there.
  const figures = [
    { members: [0, 1, 3, 4], value: employed_living_in_A },
    { members: [0, 2, 3, 5], value: working_in_A },
    { members: [0, 3], value: living_and_working },
    { members: [0], value: males.live_and_work },
    { members: [1], value: males.live_only },
    { members: [2], value: males.work_only },
  ]
  expect({
    live_and_work: await derived(6, figures, [3]),
    live_only: await derived(6, figures, [4]),
    work_only: await derived(6, figures, [5]),
  }).toEqual(published_derived_females)
})

test('sees the few people between two ways to cut ages, and does not print both', async () => {
  const { report1, report2, published_derived_band_20_24 } = differencingCase.recoding
  for (const sex of ['male', 'female'] as const) {
    const [under20 = NaN, to39 = NaN] = report1[sex]
    const [under25 = NaN, from25 = NaN] = report2[sex]
    const figures = [
      { members: [0], value: under20 },
      { members: [1, 2], value: to39 },
      { members: [0, 1], value: under25 },
      { members: [2], value: from25 },
    ]
    const between = published_derived_band_20_24[sex]
    expect(await derived(3, figures, [1])).toBe(between)
    const answer = await protect({
      atoms: [under20, between, from25],
      cells: figures.map(({ members }, index) => ({
        id: ['<20', '20-39', '<25', '25-39'][index] ?? '',
        members,
        ledger: index < 2,
      })),
      threshold: 5,
      secret: new Uint8Array(32),
      reportId: 'report',
    })
    expect(answer.ok && [...answer.hidden].sort()).toEqual(['25-39', '<25'])
  }
})
