import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { type LedgerValue, TOTAL } from '#shared/statistics/ledger.ts'
import { totalIn, totalsIn } from '../../locale/read-totals.ts'
import { HIDDEN, reportWords } from '../../locale/report-document.ts'
import { type OpenCrossTable, openedCrossTable, withHeader } from './cross-rows.ts'
import { EntityRows } from './entity-rows.ts'
import { type ReadingAid } from './reading-aid.ts'

/** A figure as it was read back from a file. */
export type ReadFigure = {
  period: ReportPeriod
  dimension: string
  categories: readonly string[]
  crossing?: { dimension: string; categories: readonly string[] } | undefined
  /** Whose, where it counts one entity of a group alone. */
  among?: readonly string[] | undefined
  value: LedgerValue
}

/** Figures, and the lines with a number that no figure was made of. */
export type ReadFigures = { figures: ReadFigure[]; otherNumbers: string[] }

const YEARS = /^(.*?)((?:^| )(?:19|20)\d\d(?: (?:19|20)\d\d)*)$/

/** A row of the totals of a spreadsheet: `2025`, `Eerste halfjaar 2025` or `2023 tot en met 2025`, and what it says. */
const OF_PERIOD = /^(?:\D* halfjaar |\d{4} tot en met )?((?:19|20)\d\d) (.*)$/

/** Where the reader is: in a table with a column for each year, a cross table, or the totals of a spreadsheet. */
type Place =
  | { in: 'table'; table: ReadingAid['tables'][number]; years: number[] }
  | { in: 'cross-table'; table: OpenCrossTable }
  | { in: 'totals' }
  | { in: 'entities'; rows: EntityRows }
  | { in: 'text'; years: number[] }

/** A row whose label goes on below: its values stand beside the first line. */
type Row = { label: string; cells: string[] }

/**
 * Every figure that the lines of a report show, and every line with digits that it is not made of: there a number may
 * stand that nobody meant to give. Lines are those of the pages, or the rows of a spreadsheet with their cells joined.
 */
export function figuresInLines(lines: readonly string[], aid: ReadingAid): ReadFigures {
  const reader = new Reader(aid)
  for (const line of lines) reader.read(line.replace(/\s+/g, ' ').trim())
  return reader.end()
}

class Reader {
  readonly #aid: ReadingAid
  readonly #found: ReadFigures = { figures: [], otherNumbers: [] }
  #place: Place = { in: 'text', years: [] }
  #row: Row | null = null

  constructor(aid: ReadingAid) {
    this.#aid = aid
  }

  read(line: string): void {
    if (this.#place.in === 'entities' && this.#isEntity(line, this.#place.rows)) return
    const place = this.#opened(line)
    const row = this.#rowIn(line)
    if (place !== null || row !== null) this.#leaveRow()
    if (place !== null) this.#place = place
    else if (row !== null) this.#close(row)
    else if (this.#row !== null && !/\d/.test(line))
      this.#close({ ...this.#row, label: `${this.#row.label} ${line}` })
    else if (!this.#isTotal(line)) this.#other(line)
  }

  end(): ReadFigures {
    this.#leaveRow()
    return this.#found
  }

  /** What begins on this line. */
  #opened(line: string): Place | null {
    const [, named = line, years = ''] = YEARS.exec(line) ?? []
    const table = this.#aid.tables.find(({ heading }) => heading === named)
    if (table !== undefined) return { in: 'table', table, years: numbers(years) }
    const crossed = openedCrossTable(line, this.#aid)
    if (crossed !== null) return { in: 'cross-table', table: crossed }
    if (line === `${reportWords.period} ${reportWords.melders}`) return { in: 'totals' }
    if (this.#aid.entities !== null && EntityRows.opensOn(line))
      return { in: 'entities', rows: new EntityRows(this.#aid.entities) }
    const overTotals = reportWords.overYears(this.#aid.period)
    if (years === '' || ![overTotals, reportWords.melders].includes(named)) return null
    return this.#place.in === 'table' && this.#place.years.length === 0
      ? { ...this.#place, years: numbers(years) }
      : this.#place.in === 'totals' || named !== overTotals
        ? null
        : { in: 'text', years: numbers(years) }
  }

  /** A row of the table at hand: as many values at the end of the line as it has columns. */
  #rowIn(line: string): Row | null {
    const columns =
      this.#place.in === 'table'
        ? this.#place.years.length
        : this.#place.in === 'cross-table'
          ? (this.#place.table.columns?.length ?? 0)
          : 0
    const words = line.split(' ')
    const cells = words.splice(-columns)
    const isRow =
      columns > 0 && words.length > 0 && cells.every((cell) => cell === HIDDEN || /^\d+$/.test(cell))
    return isRow ? { label: words.join(' '), cells } : null
  }

  /** Makes figures of a row whose label is whole; one that goes on is kept. */
  #close(row: Row): void {
    const figures = this.#figuresOf(row)
    this.#row = figures === null ? row : null
    this.#found.figures.push(...(figures ?? []))
  }

  #figuresOf({ label, cells }: Row): ReadFigure[] | null {
    const place = this.#place
    if (place.in === 'cross-table') {
      const { of, columns } = place.table
      const isTotal = label === this.#aid.total
      const row = isTotal ? null : of.labels.get(label)
      if (row === undefined || columns === null) return null
      if (isTotal) this.#place = { in: 'text', years: [] }
      return cells.map((cell, index) => ({
        period: this.#aid.period,
        ...countedIn(of, row, columns[index]?.categories ?? null),
        value: valueOf(cell),
      }))
    }
    if (place.in !== 'table') return null
    const isTotal = label === this.#aid.total
    const categories = isTotal ? [] : place.table.labels.get(label)
    if (categories === undefined) return null
    if (isTotal) this.#place = { in: 'text', years: [] }
    return cells.map((cell, index) => ({
      period: this.#ofYear(place.years[index] ?? 0),
      dimension: isTotal ? TOTAL : place.table.dimension,
      categories,
      value: valueOf(cell),
    }))
  }

  /** Takes a total out of a line that says one. */
  #isTotal(line: string): boolean {
    const { period } = this.#aid
    const said = totalIn(line)
    if (said !== null) {
      this.#other(said.rest)
      return this.#give([[period, said.value]])
    }
    if (this.#aid.entities !== null && line.startsWith(`${this.#aid.total} `)) {
      const totals = totalsIn(line.slice(this.#aid.total.length + 1), 1)
      if (totals !== null) return this.#give(totals.map((value) => [period, value]))
    }
    const [, year, ofYear] = OF_PERIOD.exec(line) ?? []
    if (this.#place.in === 'totals' && ofYear !== undefined) {
      const totals = totalsIn(ofYear, 1)
      return totals !== null && this.#give(totals.map((value) => [this.#ofYear(Number(year)), value]))
    }
    if (this.#place.in !== 'text' || !line.startsWith(`${reportWords.melders} `)) return false
    const { years } = this.#place
    const totals = totalsIn(line.slice(reportWords.melders.length + 1), years.length)
    return totals !== null && this.#give(totals.map((value, at) => [this.#ofYear(years[at] ?? 0), value]))
  }

  /** Takes the total of an entity out of its row. */
  #isEntity(line: string, rows: EntityRows): boolean {
    const said = rows.take(line)
    if (said === null) return false
    if (said !== 'goes-on')
      this.#found.figures.push({
        period: this.#aid.period,
        dimension: TOTAL,
        categories: [],
        among: [said.organisationId],
        value: said.value,
      })
    return true
  }

  #give(totals: readonly (readonly [ReportPeriod, LedgerValue | null])[]): true {
    for (const [period, value] of totals)
      if (value !== null) this.#found.figures.push({ period, dimension: TOTAL, categories: [], value })
    return true
  }

  #other(line: string): void {
    if (/\d/.test(line)) this.#found.otherNumbers.push(line)
    else if (this.#place.in === 'cross-table' && this.#place.table.columns === null)
      this.#place = { in: 'cross-table', table: withHeader(this.#place.table, line) }
  }

  #leaveRow(): void {
    if (this.#place.in === 'entities') this.#found.otherNumbers.push(...this.#place.rows.left())
    if (this.#row !== null) this.#found.otherNumbers.push(`${this.#row.label} ${this.#row.cells.join(' ')}`)
    this.#row = null
  }

  /** The same stretch of another year. */
  #ofYear(year: number): ReportPeriod {
    return 'year' in this.#aid.period ? { ...this.#aid.period, year } : this.#aid.period
  }
}

/** What a place in a cross table counts; `null` for the row or the column of the totals. */
function countedIn(
  { dimension, other }: OpenCrossTable['of'],
  row: readonly string[] | null,
  column: readonly string[] | null,
): Pick<ReadFigure, 'dimension' | 'categories' | 'crossing'> {
  if (row === null)
    return column === null ? { dimension: TOTAL, categories: [] } : { dimension: other, categories: column }
  return column === null
    ? { dimension, categories: row }
    : { dimension, categories: row, crossing: { dimension: other, categories: column } }
}

function valueOf(cell: string): LedgerValue {
  return cell === HIDDEN ? 'hidden' : Number(cell)
}

function numbers(text: string): number[] {
  return text.trim() === '' ? [] : text.trim().split(' ').map(Number)
}
