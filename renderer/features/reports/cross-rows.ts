import { reportWords } from '../../locale/report-document.ts'
import { type ReadingAid } from './reading-aid.ts'

/** `null` stands for all categories together: the column of the totals. */
type Columns = readonly { label: string; categories: readonly string[] | null }[]

/** A cross table of which the heading was read; `columns` once the words under it say which groups they are. */
export type OpenCrossTable = {
  of: ReadingAid['crossTables'][number]
  header: string
  columns: Columns | null
}

/** The cross table that begins on this line; in a spreadsheet its columns stand behind the heading. */
export function openedCrossTable(line: string, { crossTables }: ReadingAid): OpenCrossTable | null {
  const of = crossTables.find(({ heading }) => line === heading || line.startsWith(`${heading} `))
  return of === undefined
    ? null
    : withHeader({ of, header: '', columns: null }, line.slice(of.heading.length))
}

/**
 * The same with another line of column headings. These are narrow, so their words stand in no order; but no two ways to
 * group a dimension have the same words.
 */
export function withHeader(table: OpenCrossTable, line: string): OpenCrossTable {
  const header = `${table.header} ${line}`
  const { rowHeading, steps } = table.of
  const said = words(header)
  const totals = { label: reportWords.total, categories: null }
  const columns = steps
    .flatMap((step): Columns[] => [step, [...step, totals]])
    .find((step) => {
      const labels = step.map(({ label }) => label).join(' ')
      return [labels, `${rowHeading} ${labels}`].some((text) => words(text) === said)
    })
  return { ...table, header, columns: columns ?? null }
}

function words(text: string): string {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .sort()
    .join(' ')
}
