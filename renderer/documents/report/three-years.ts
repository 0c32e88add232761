import type { AnnualReport } from '#shared/reports/annual-report.ts'
import type { ProtectedTable } from '#shared/statistics/protected-report.ts'
import type { ReportTotal } from '#shared/statistics/presets.ts'
import { lastYearOf } from '#shared/reports/reported-time.ts'
import { TIME } from '#shared/statistics/report-time.ts'
import { mergedCategories } from '../../locale/report-words.ts'

/** A report as its tables need it: a joint one stands beside no earlier years. */
export type CountedReport = Pick<AnnualReport, 'period' | 'figures' | 'locations' | 'earlierYears'>

/** The total of one year and how many advisors counted it; null where no report was settled. */
export type YearTotal = { year: number; total: ReportTotal | null; advisors: number }

/** The rows of a protected table, or of one that was given this year's names. */
type Rows = Pick<ProtectedTable, 'dimension' | 'rows'>
type Value = ProtectedTable['rows'][number]['value']

/** A table as it is printed: a row for each group of categories, a value for each year that can stand beside. */
export type PrintedTable = {
  dimension: string
  years: number[]
  rows: { label: string; values: Value[] }[]
  totals: number[]
  /** Settled earlier years that are not shown, because their rows differ or they have no such table. */
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

/**
 * The breakdowns of this year, each beside the earlier years whose rows hold the very same categories. A table of a
 * single row says nothing that the total does not, and is not printed.
 */
export function printedTables(report: CountedReport): PrintedTable[] {
  return report.figures.tables
    .filter((table) => table.rows.length > 1)
    .map((table) => {
      const settled = report.earlierYears.filter(({ figures }) => figures !== null)
      const beside = settled
        .flatMap(({ year, figures }) => {
          const total = figures?.total
          const same = figures?.tables
            .map((other) => asIfOf(other, year, lastYearOf(report.period)))
            .find((other) => sameRows(other, table))
          return same !== undefined && total?.shown === 'exact'
            ? [{ year, table: same, total: total.value }]
            : []
        })
        .sort((a, b) => a.year - b.year)
      const all = [...beside, { year: lastYearOf(report.period), table, total: exactTotal(report) }]
      return {
        dimension: table.dimension,
        years: all.map(({ year }) => year),
        rows: table.rows.map((row) => ({
          label: rowLabel(table.dimension, row.categories, report),
          values: all.map((other) => valueOf(other.table, row.categories)),
        })),
        totals: all.map(({ total }) => total),
        leftOutYears: settled
          .map(({ year }) => year)
          .filter((year) => !beside.some((other) => other.year === year)),
      }
    })
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
