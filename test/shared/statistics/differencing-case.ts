import { z } from 'zod'
import type { AttackedFigures } from '#shared/statistics/attack/attacked-figures.ts'
import { rawCase } from './disclosure-case.ts'

const Numbers = z.array(z.number())

/** The three differencing attacks of the handbook, with the tables that its authors derived. */
export const { expected: differencingCase } = z
  .object({
    expected: z.object({
      geographic: z.object({
        report1_OA2001: z.array(Numbers),
        report2_ED1991: z.array(Numbers),
        published_difference: z.array(Numbers),
      }),
      linking: z.object({
        employed_living_in_A: z.number(),
        working_in_A: z.number(),
        living_and_working: z.number(),
        males: z.object({ live_and_work: z.number(), live_only: z.number(), work_only: z.number() }),
        published_derived_females: z.object({
          live_and_work: z.number(),
          live_only: z.number(),
          work_only: z.number(),
        }),
      }),
      recoding: z.object({
        report1: z.object({ male: Numbers, female: Numbers }),
        report2: z.object({ male: Numbers, female: Numbers }),
        published_derived_band_20_24: z.object({ male: z.number(), female: z.number() }),
      }),
    }),
  })
  .parse(rawCase('18-'))

type Derived = { members: number[]; value: number }[]

/** Runs a check for each publication: what was printed, and what was derived from it. */
export async function differencing(
  check: (attacked: AttackedFigures, derived: Derived) => Promise<void>,
): Promise<void> {
  const { geographic, linking, recoding } = differencingCase
  for (const [hours, row] of geographic.report1_OA2001.entries())
    for (const [sex, value] of row.entries()) {
      const outer = geographic.report2_ED1991[hours]?.[sex] ?? NaN
      const difference = geographic.published_difference[hours]?.[sex] ?? NaN
      await check(
        printed(2, [
          [[0], value],
          [[0, 1], outer],
        ]),
        [{ members: [1], value: difference }],
      )
    }
  // Atoms: men then women, each who live and work in A, only live there, only work there.
  const { males, published_derived_females: females } = linking
  await check(
    printed(6, [
      [[0, 1, 3, 4], linking.employed_living_in_A],
      [[0, 2, 3, 5], linking.working_in_A],
      [[0, 3], linking.living_and_working],
      [[0], males.live_and_work],
      [[1], males.live_only],
      [[2], males.work_only],
    ]),
    [
      { members: [3], value: females.live_and_work },
      { members: [4], value: females.live_only },
      { members: [5], value: females.work_only },
    ],
  )
  for (const sex of ['male', 'female'] as const) {
    const [under20 = NaN, to39 = NaN] = recoding.report1[sex]
    const [under25 = NaN, from25 = NaN] = recoding.report2[sex]
    const between = recoding.published_derived_band_20_24[sex]
    await check(
      printed(3, [
        [[0], under20],
        [[1, 2], to39],
        [[0, 1], under25],
        [[2], from25],
      ]),
      [{ members: [1], value: between }],
    )
  }
}

function printed(atoms: number, figures: [members: number[], value: number][]): AttackedFigures {
  return {
    atoms,
    threshold: 6,
    figures: figures.map(([members, value], index) => ({ id: `figure ${index}`, members, value })),
    declared: { figures: [], bounds: [] },
    targets: Array.from({ length: atoms }, (_, atom) => ({ id: `atom ${atom}`, members: [atom] })),
    people: [],
  }
}
