import './table.css'
import { type ReactNode } from 'react'

/** A column: its heading, what a row shows in it, and for numbers and money `align: 'end'`. */
export type Column<Row> = {
  key: string
  heading: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** What the last line under the rules says in this column: a total. */
  foot?: ReactNode
}

export type TableProps<Row> = {
  /** Says what the table holds; spoken, and seen only with `showsCaption`. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  showsCaption?: boolean
}

/** Rows with rules, not boxes. The first column names the row. */
export function Table<Row>({ caption, columns, rows, rowKey, showsCaption = false }: TableProps<Row>) {
  const hasFoot = columns.some((column) => column.foot !== undefined)
  return (
    <table className="table">
      <caption className={showsCaption ? undefined : 'visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-align={column.align ?? 'start'}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" data-align={column.align ?? 'start'}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} data-align={column.align ?? 'start'}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {hasFoot && (
        <tfoot>
          <tr>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row">
                  {column.foot}
                </th>
              ) : (
                <td key={column.key} data-align={column.align ?? 'start'}>
                  {column.foot}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
