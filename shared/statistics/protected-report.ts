import { z } from 'zod'
import { Id } from '../kernel/id.ts'
import { Fingerprint, fingerprint } from './fingerprint.ts'
import { Preset, Threshold, ReportTotal } from './presets.ts'

/** One line of a table: the categories that were taken together, and how many distinct melders, or 'hidden'. */
export const ProtectedRow = z.strictObject({
  categories: z.array(z.string().min(1)).min(1),
  value: z.union([z.int().nonnegative(), z.literal('hidden')]),
})
export type ProtectedRow = z.infer<typeof ProtectedRow>

/** A one-way table that may be printed as it stands. Its rows are disjoint and cover the whole dimension. */
export const ProtectedTable = z
  .strictObject({ dimension: z.string().min(1), rows: z.array(ProtectedRow).min(1) })
  .refine(
    ({ rows }) =>
      new Set(rows.flatMap((row) => row.categories)).size === rows.flatMap((row) => row.categories).length,
    {
      error: 'rows: a category stands in two rows',
    },
  )
  .brand<'ProtectedTable'>()
export type ProtectedTable = z.infer<typeof ProtectedTable>

/**
 * What the report does not say, and why. `merged`: categories were taken together. `left-out`: the dimension
 * has no table. `hidden`: single rows are not shown. The reasons are no finer than this on purpose: a finer
 * one would tell which kind of secret there is.
 */
export const GivenUp = z.strictObject({
  dimension: z.string().min(1),
  fate: z.enum(['merged', 'left-out', 'hidden']),
  reason: z.enum(['too-few-melders', 'categories-too-small', 'earlier-figures']),
})
export type GivenUp = z.infer<typeof GivenUp>

const contents = {
  organisationId: Id,
  reportId: Id,
  year: z.int().min(1990).max(2200),
  preset: Preset,
  threshold: Threshold,
  total: ReportTotal,
  tables: z.array(ProtectedTable),
  whatWasGivenUp: z.array(GivenUp),
  /**
   * "n controleberekeningen tegen m cijfers": two for every target, safe or not, because the number of unsafe ones
   * would tell how many small counts there are. The hash is keyed: it fixes the tables and tells nothing of them.
   */
  proof: z.strictObject({
    witnesses: z.int().nonnegative(),
    figures: z.int().nonnegative(),
    hash: Fingerprint,
  }),
}

/** Everything of a report except its seal. Only the gate in this folder fills it in. */
export const ReportContents = z.strictObject(contents)
export type ReportContents = z.infer<typeof ReportContents>

/** The fingerprint that binds all parts of a report together. */
export function reportSeal(report: ReportContents): Fingerprint {
  const { organisationId, reportId, year, preset, threshold, total, tables, whatWasGivenUp, proof } = report
  return fingerprint({
    organisationId,
    reportId,
    year,
    preset,
    threshold,
    total,
    tables,
    whatWasGivenUp,
    proof,
  })
}

/**
 * The permit to print: documents accept nothing else. Made by `protectReport` alone; parsing brands it again
 * after a structured clone, and refuses a report whose parts were changed or whose tables do not add up.
 * Holds nothing that may not be printed.
 */
export const ProtectedReport = z
  .strictObject({ ...contents, seal: Fingerprint })
  .superRefine((report, context) => {
    if (report.seal !== reportSeal(report))
      context.addIssue({ code: 'custom', path: ['seal'], message: 'does not fit' })
    report.tables.forEach((table, index) => {
      if (!addsUp(table, report.total))
        context.addIssue({ code: 'custom', path: ['tables', index], message: 'does not add up to the total' })
    })
  })
  .brand<'ProtectedReport'>()
export type ProtectedReport = z.infer<typeof ProtectedReport>

/** Tables stand only beside an exact total, and their rows make up that total. */
function addsUp(table: ProtectedTable, total: ReportTotal): boolean {
  if (total.shown !== 'exact') return false
  let shown = 0
  let hidden = false
  for (const row of table.rows) {
    if (row.value === 'hidden') hidden = true
    else shown += row.value
  }
  return hidden ? shown <= total.value : shown === total.value
}
