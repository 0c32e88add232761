import type { AnnualReport } from '#shared/reports/annual-report.ts'
import type { ReportTotal } from '#shared/statistics/presets.ts'
import { lastYearOf } from '#shared/reports/reported-time.ts'
import { TIME } from '#shared/statistics/report-time.ts'
import { mergedCategories } from '../../locale/report-words.ts'
import { addedUp, commonGroups, type Rows } from './common-rows.ts'

/** A report as its tables need it: a joint one stands beside no earlier years. */
export type CountedReport = Pick<AnnualReport, 'period' | 'figures' | 'locations' | 'earlierYears'>

/** The total of one year and how many advisors counted it; null where no report was settled. */
export type YearTotal = { year: number; total: ReportTotal | null; advisors: number }

type Value = Rows['rows'][number]['value']

/** Rows with a value for each year, and a total for each. */
export type YearsBeside = {
  years: number[]
  rows: { label: string; values: Value[] }[]
  totals: number[]
}

/** A table as it is printed: a row for each group of categories, a value for each year that can stand beside. */
export type PrintedTable = YearsBeside & {
  dimension: string
  /** The same beside years of which the rows were larger. */
  inLargerGroups: YearsBeside | null
  /** Settled earlier years that are not shown, because their rows are other ones or they have no such table. */
  leftOutYears: number[]
}

/** This year and those of the two before in which there was a contract, oldest first. */
export function yearTotals(report: AnnualReport): YearTotal[] {
  return [
    ...report.earlierYears.map(({ year, figures, advisorCount: advisors }) => ({
      year,
      total: figures?.total ?? null,
      advisors,
    })),
    { year: lastYearOf(report.period), total: report.figures.total, advisors: report.advisorCount },
  ].sort((a, b) => a.year - b.year)
}

/** The years that count anybody. */
export function countedYears(totals: readonly YearTotal[]): YearTotal[] {
  return totals.filter(({ total }) => total !== null)
}

/** A table of one year, and how many people there were. */
type OfYear = { year: number; table: Rows; total: number }

/**
 * The breakdowns of this year, each beside the earlier years whose rows are the very same or can be added up to them;
 * and in larger groups beside those whose rows are larger. A table of a single row says nothing that the total does not,
 * and is not printed.
 */
export function printedTables(report: CountedReport): PrintedTable[] {
  const thisYear = lastYearOf(report.period)
  return report.figures.tables
    .filter((table) => table.rows.length > 1)
    .map((table) => {
      const settled = report.earlierYears.filter(({ figures }) => figures !== null).map(({ year }) => year)
      const own: OfYear = { year: thisYear, table, total: exactTotal(report) }
      const earlier = earlierTables(report, table.dimension)
      const beside = earlier.flatMap((other) => {
        const like = sameRows(other.table, table) ? other.table : withRowsOf(other.table, table)
        return like === null ? [] : [{ ...other, table: like }]
      })
      const together = inLargerGroups(own, earlier)
      const larger = together.length > beside.length + 1 ? together : []
      return {
        dimension: table.dimension,
        ...besideEachOther([...beside, own], report),
        inLargerGroups: larger.length === 0 ? null : besideEachOther(larger, report),
        leftOutYears: settled.filter((year) => ![...beside, ...larger].some((other) => other.year === year)),
      }
    })
}

/** The tables of earlier years by the same dimension, oldest first, as if they were of this year. */
function earlierTables({ earlierYears, period }: CountedReport, dimension: string): OfYear[] {
  return earlierYears
    .flatMap(({ year, figures }) => {
      const table = figures?.tables.find((other) => other.dimension === dimension && other.rows.length > 1)
      return table !== undefined && figures?.total.shown === 'exact'
        ? [{ year, table: asIfOf(table, year, lastYearOf(period)), total: figures.total.value }]
        : []
    })
    .sort((a, b) => a.year - b.year)
}

/** This year and the earlier ones in the largest rows of any of them; nothing where these leave no more than one. */
function inLargerGroups(own: OfYear, earlier: readonly OfYear[]): OfYear[] {
  const all = [...earlier, own].filter(({ table }) => table.rows.every(({ value }) => value !== 'hidden'))
  if (!all.includes(own)) return []
  const groups = commonGroups(all.map(({ table }) => table))
  if (groups.length < 2) return []
  const rows = groups.map((categories) => ({ categories, value: 0 }))
  const together = all.flatMap((one) => {
    const table = withRowsOf(one.table, { dimension: own.table.dimension, rows })
    return table === null ? [] : [{ ...one, table }]
  })
  return together.length === all.length ? together : []
}

/** A table added up to the rows of another one; null where it cannot be. */
function withRowsOf(table: Rows, { rows }: Rows): Rows | null {
  const sums = addedUp(
    table,
    rows.map(({ categories }) => categories),
  )
  return (
    sums && { ...table, rows: rows.map(({ categories }, index) => ({ categories, value: sums[index] ?? 0 })) }
  )
}

/** Tables of the same rows as one, with a column for each. */
function besideEachOther(all: readonly OfYear[], report: CountedReport): YearsBeside {
  const rows = all.at(-1)?.table.rows ?? []
  return {
    years: all.map(({ year }) => year),
    rows: rows.map(({ categories }) => ({
      label: rowLabel(all[0]?.table.dimension ?? '', categories, report),
      values: all.map(({ table }) => valueOf(table, categories)),
    })),
    totals: all.map(({ total }) => total),
  }
}

/** A half-year by its name alone where the columns say which year it is of. */
function rowLabel(
  dimension: string,
  categories: readonly string[],
  { period, locations }: CountedReport,
): string {
  const label = mergedCategories(dimension, categories, locations)
  return dimension === TIME && 'year' in period ? label.replace(` ${period.year}`, '') : label
}

/** The rows of an earlier year's table under the names that they have this year. */
function asIfOf(table: Rows, year: number, thisYear: number): Rows {
  if (table.dimension !== TIME) return table
  const renamed = (category: string): string => category.replace(`${year}-`, `${thisYear}-`)
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, categories: row.categories.map(renamed) })),
  }
}

function exactTotal(report: CountedReport): number {
  const { total } = report.figures
  if (total.shown !== 'exact') throw new Error('figures: a table without an exact total')
  return total.value
}

function key(categories: readonly string[]): string {
  return [...categories].sort().join(' ')
}

function sameRows(a: Rows, b: Rows): boolean {
  const keys = (table: Rows): string =>
    table.rows
      .map((row) => key(row.categories))
      .sort()
      .join('\n')
  return a.dimension === b.dimension && keys(a) === keys(b)
}

function valueOf(table: Rows, categories: readonly string[]): Value {
  const row = table.rows.find((other) => key(other.categories) === key(categories))
  if (row === undefined) throw new Error('tables: rows differ')
  return row.value
}
