import type { ReactElement, ReactNode } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { printable } from './printable.ts'
import { figures, green, line, quiet } from './style.ts'

/** A column of a printed table. `width` in points; a column without one takes what is left. */
export type Column = { heading: string; width?: number; numeric?: boolean }

/** Text, or something drawn. */
export type CellContent = string | ReactElement

/** So many rows at the end of a table never stand alone on a page without the one before. */
const TOGETHER = 2

/** A table with rules and without boxes; its heading stands again on top of every page that it reaches. */
export function Table({
  columns,
  rows,
  fontSize = 9,
  children,
}: {
  columns: readonly Column[]
  rows: readonly (readonly CellContent[])[]
  fontSize?: number
  /** Rows that close the table, such as a total. */
  children?: ReactNode
}): ReactElement {
  return (
    <View style={{ fontSize, lineHeight: 1.35 }}>
      <View
        fixed
        style={{ flexDirection: 'row', borderBottomWidth: 1, borderBottomColor: green, paddingBottom: 3 }}
      >
        {columns.map((column, index) => (
          <Cell key={index} column={column} style={{ color: quiet }}>
            {column.heading}
          </Cell>
        ))}
      </View>
      {rows.slice(0, -TOGETHER).map((row, index) => (
        <Row key={index} columns={columns} cells={row} />
      ))}
      <View wrap={false}>
        {rows.slice(-TOGETHER).map((row, index) => (
          <Row key={index} columns={columns} cells={row} />
        ))}
        {children}
      </View>
    </View>
  )
}

/** One line of a table, never broken over two pages. */
export function Row({
  columns,
  cells,
  strong = false,
}: {
  columns: readonly Column[]
  cells: readonly CellContent[]
  strong?: boolean
}): ReactElement {
  return (
    <View
      wrap={false}
      style={{
        flexDirection: 'row',
        paddingVertical: 3,
        borderBottomWidth: strong ? 0 : 0.5,
        borderBottomColor: line,
        ...(strong ? { fontWeight: 700 } : {}),
      }}
    >
      {columns.map((column, index) => (
        <Cell key={index} column={column}>
          {cells[index] ?? ''}
        </Cell>
      ))}
    </View>
  )
}

/** A dot that stands for a figure must not be taken for dust. */
const dot = { fontWeight: 700, fontSize: 13, lineHeight: 0.93, marginTop: -4, marginBottom: 4 } as const

function Cell({
  column,
  style,
  children,
}: {
  column: Column
  style?: { color: string }
  children: CellContent
}): ReactElement {
  if (typeof children !== 'string')
    return <View style={{ ...sized(column), paddingRight: 6 }}>{children}</View>
  return (
    <View style={{ ...sized(column), paddingRight: 6 }}>
      <Text style={{ ...style, ...(column.numeric ? figures : {}), ...(children === '·' ? dot : {}) }}>
        {printable(children)}
      </Text>
    </View>
  )
}

function sized({ width }: Column): { flex: number } | { width: number } {
  return width === undefined ? { flex: 1 } : { width }
}
