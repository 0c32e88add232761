import { z } from 'zod'
import { Id } from '../kernel/id.ts'
import { Fingerprint, fingerprint } from './fingerprint.ts'
import { Preset, Threshold, ReportTotal } from './presets.ts'
import { ReportPeriod } from './report-period.ts'

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
 * A cross table that may be printed as it stands: `values` holds a list for each group of `rows` with a value for
 * each group of `columns`. Both groups cover their dimension without overlap.
 */
export const ProtectedCrossTable = z
  .strictObject({
    dimensions: z.tuple([z.string().min(1), z.string().min(1)]),
    rows: z.array(ProtectedRow.shape.categories).min(2),
    columns: z.array(ProtectedRow.shape.categories).min(2),
    values: z.array(z.array(ProtectedRow.shape.value)),
  })
  .refine(({ dimensions: [one, other] }) => one !== other, { error: 'dimensions: crosses one with itself' })
  .refine(
    ({ rows, columns, values }) =>
      values.length === rows.length && values.every((list) => list.length === columns.length),
    { error: 'values: not one for each row and column' },
  )
  .refine(
    ({ rows, columns }) =>
      [rows, columns].every((groups) => new Set(groups.flat()).size === groups.flat().length),
    { error: 'rows: a category stands in two groups' },
  )
  .brand<'ProtectedCrossTable'>()
export type ProtectedCrossTable = z.infer<typeof ProtectedCrossTable>

/**
 * What the report does not say, and why. `merged`: categories were taken together. `left-out`: there is no such
 * table. `hidden`: single values are not shown. With `crossedWith` it is about that cross table. The reasons are no
 * finer than this on purpose: a finer one would tell which kind of secret there is.
 */
export const GivenUp = z.strictObject({
  dimension: z.string().min(1),
  crossedWith: z.string().min(1).optional(),
  fate: z.enum(['merged', 'left-out', 'hidden']),
  reason: z.enum(['too-few-melders', 'categories-too-small', 'earlier-figures', 'too-large-to-prove']),
})
export type GivenUp = z.infer<typeof GivenUp>

/** Whose melders are counted: one organisation's, a group's with the total of each entity, or the whole caseload's. */
export const ReportAbout = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organisation'), organisationId: Id }),
  z.strictObject({
    kind: z.literal('group'),
    groupId: Id,
    /** Each as its own preset shows it. */
    entities: z.array(z.strictObject({ organisationId: Id, total: ReportTotal })).min(1),
  }),
  z.strictObject({
    kind: z.literal('caseload'),
    /** All that the caseload was drawn from, with melders or without. */
    organisations: z.int().min(5),
  }),
])
export type ReportAbout = z.infer<typeof ReportAbout>

const contents = {
  about: ReportAbout,
  reportId: Id,
  period: ReportPeriod,
  preset: Preset,
  threshold: Threshold,
  total: ReportTotal,
  /** One-way tables. By time a year is shown by `half`, a block of years by `year`. */
  tables: z.array(ProtectedTable),
  crossTables: z.array(ProtectedCrossTable),
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
  const { about, reportId, period, preset, threshold, total } = report
  const { tables, crossTables, whatWasGivenUp, proof } = report
  return fingerprint({
    about,
    reportId,
    period,
    preset,
    threshold,
    total,
    tables,
    crossTables,
    whatWasGivenUp,
    proof,
  })
}

/**
 * The permit to print: documents accept nothing else. Made by the gates in this folder alone; parsing brands it
 * again after a structured clone, and refuses a report whose parts were changed or whose tables do not add up.
 * Holds nothing that may not be printed.
 */
export const ProtectedReport = z
  .strictObject({ ...contents, seal: Fingerprint })
  .superRefine((report, context) => {
    const wrong = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message })
    }
    if (report.seal !== reportSeal(report)) wrong(['seal'], 'does not fit')
    report.tables.forEach(({ rows }, index) => {
      if (
        !addsUp(
          rows.map(({ value }) => value),
          report.total,
        )
      )
        wrong(['tables', index], 'does not add up to the total')
    })
    report.crossTables.forEach(({ values }, index) => {
      if (!addsUp(values.flat(), report.total)) wrong(['crossTables', index], 'does not add up to the total')
    })
  })
  .brand<'ProtectedReport'>()
export type ProtectedReport = z.infer<typeof ProtectedReport>

/** Tables stand only beside an exact total, and their values make up that total. */
function addsUp(values: readonly (number | 'hidden')[], total: ReportTotal): boolean {
  if (total.shown !== 'exact') return false
  let shown = 0
  for (const value of values) shown += value === 'hidden' ? 0 : value
  return values.includes('hidden') ? shown <= total.value : shown === total.value
}
