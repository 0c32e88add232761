import { audit } from '#shared/statistics/audit.ts'
import type { LedgerFigure } from '#shared/statistics/ledger.ts'
import type { ProtectedReport } from '#shared/statistics/protected-report.ts'
import type { ReportMelder } from '#shared/statistics/report-dimension.ts'
import { smallDimensions } from './report-of.ts'

type Earlier = { categories: readonly string[]; half: string | null; value: LedgerFigure['value'] }

const [subjects = [], halves = []] = smallDimensions.map(({ ladder }) => (ladder[0] ?? []).flat())
const joint = subjects.flatMap((subject) => halves.map((time) => ({ subject, time })))
const everybody = joint.map((_, index) => index)

function counting(categories: readonly string[], half: string | null): number[] {
  return joint.flatMap((atom, index) =>
    (categories.includes(atom.subject) || categories.includes(atom.time)) && (half ?? atom.time) === atom.time
      ? [index]
      : [],
  )
}

/**
 * What somebody learns from a report and earlier figures about small groups, over all combinations of subject and
 * half at once (the gate works with separate tables). Empty when the guarantee holds.
 */
export async function learned(
  { total, threshold, tables }: ProtectedReport,
  melders: readonly ReportMelder[],
  earlier: readonly Earlier[],
): Promise<{ id: string; min: number; max: number }[]> {
  const limits =
    total.shown === 'exact'
      ? { min: total.value, max: total.value }
      : total.shown === 'band'
        ? { min: total.from, max: total.to }
        : { min: 0, max: total.below - 1 }
  const count = (members: readonly number[]): number =>
    melders.filter((melder) =>
      members.some((atom) => joint[atom]?.subject === melder.subject && joint[atom]?.time === melder.time),
    ).length
  const cells = [
    ...smallDimensions.flatMap(({ ladder }) =>
      ladder.flat().map((categories) => ({ categories, half: null })),
    ),
    ...earlier,
  ]
  const targets = cells
    .map(({ categories, half }) => ({
      id: [...categories, half].join(),
      members: counting(categories, half),
    }))
    .filter(({ members }) => members.length < joint.length && count(members) < threshold)
  const bounds = [{ members: everybody, ...limits }]
  const printed = [
    ...tables.flatMap(({ rows }) => rows.map(({ categories, value }) => ({ categories, half: null, value }))),
    ...earlier,
  ].flatMap(({ categories, half, value }) =>
    typeof value === 'number' ? [{ members: counting(categories, half), value }] : [],
  )
  const declared = await audit({ atoms: joint.length, figures: [], bounds, targets })
  const found = await audit({ atoms: joint.length, figures: printed, bounds, targets })
  return found.filter(({ min, max }, index) => {
    const before = declared[index]
    return min !== before?.min || max < Math.min(threshold, before.max)
  })
}
