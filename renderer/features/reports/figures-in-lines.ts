import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { type LedgerValue, TOTAL } from '#shared/statistics/ledger.ts'
import { HIDDEN } from '../../locale/report-document.ts'

/** A figure as it was read back from a file. */
export type ReadFigure = {
  period: ReportPeriod
  dimension: string
  categories: readonly string[]
  value: LedgerValue
}

/** What a reader knows beforehand: the headings of the tables, and what the label of a row can mean. */
export type ReadingAid = {
  period: ReportPeriod
  total: string
  tables: readonly { dimension: string; heading: string; labels: ReadonlyMap<string, readonly string[]> }[]
}

const VALUES = new RegExp(`^(.*?)((?: (?:\\d+|${HIDDEN}))+)$`)
const YEARS = /^(.*?)((?: (?:19|20)\d\d)+)$/

/**
 * Every figure that the lines of a report show, and every line with digits that it is not made of: there a number may
 * stand that nobody meant to give. Lines are those of the pages, or the rows of a spreadsheet with their cells joined.
 */
export function figuresInLines(
  lines: readonly string[],
  aid: ReadingAid,
): { figures: ReadFigure[]; otherNumbers: string[] } {
  const figures: ReadFigure[] = []
  const otherNumbers: string[] = []
  let table: ReadingAid['tables'][number] | undefined
  let years: number[] = []
  /** A row whose label goes on below: its values stand beside the first line. */
  let row: { label: string; cells: string[] } | undefined
  const close = (found: { label: string; cells: string[] }): boolean => {
    if (table === undefined) return false
    const { dimension, labels } = table
    const isTotal = found.label === aid.total
    const categories = isTotal ? [] : labels.get(found.label)
    if (categories === undefined) return false
    found.cells.forEach((cell, index) => {
      const value = cell === HIDDEN ? 'hidden' : Number(cell)
      const period = ofYear(aid.period, years[index] ?? 0)
      figures.push({ period, dimension: isTotal ? TOTAL : dimension, categories, value })
    })
    if (isTotal) table = undefined
    return true
  }
  for (const line of lines.map((each) => each.replace(/\s+/g, ' ').trim())) {
    const [, named = line, itsYears = ''] = YEARS.exec(line) ?? []
    const opened = aid.tables.find(({ heading }) => heading === named)
    const total = totalIn(line)
    const [, label = '', values = ''] = VALUES.exec(line) ?? []
    const cells = values.trim().split(' ')
    if (row !== undefined && (opened !== undefined || values !== '')) {
      otherNumbers.push(`${row.label} ${row.cells.join(' ')}`)
      row = undefined
    }
    if (opened !== undefined) {
      table = opened
      years = numbers(itsYears)
    } else if (total !== null) {
      figures.push({ period: aid.period, dimension: TOTAL, categories: [], value: total })
    } else if (table !== undefined && years.length === 0 && itsYears !== '') {
      years = numbers(itsYears)
    } else if (table !== undefined && values !== '' && cells.length === years.length) {
      row = { label, cells }
      if (close(row)) row = undefined
    } else if (row !== undefined && !/\d/.test(line)) {
      row = { ...row, label: `${row.label} ${line}` }
      if (close(row)) row = undefined
    } else if (/\d/.test(line)) otherNumbers.push(line)
  }
  if (row !== undefined) otherNumbers.push(`${row.label} ${row.cells.join(' ')}`)
  return { figures, otherNumbers }
}

function numbers(text: string): number[] {
  return text.trim() === '' ? [] : text.trim().split(' ').map(Number)
}

/** The same stretch of another year. */
function ofYear(period: ReportPeriod, year: number): ReportPeriod {
  return 'year' in period ? { ...period, year } : period
}

/** The total as a sentence says it. */
function totalIn(line: string): LedgerValue | null {
  if (/ (?:kreeg ik|kregen wij) geen meldingen\./.test(line)) return 0
  if (/ kwam 1 melder bij (?:mij|ons)\./.test(line)) return 1
  const [, exact] = / kwamen (\d+) melders bij (?:mij|ons)\./.exec(line) ?? []
  if (exact !== undefined) return Number(exact)
  const [, from, to] = /^Aantal melders .*: (\d+) tot (\d+)\./.exec(line) ?? []
  if (from !== undefined) return { from: Number(from), to: Number(to) }
  const [, below] = /^Aantal melders .*: minder dan (\d+), of geen\./.exec(line) ?? []
  return below === undefined ? null : { from: 0, to: Number(below) - 1 }
}
