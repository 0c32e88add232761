import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { pageOf } from '../../locale/documents.ts'
import { printable } from './printable.ts'
import { figures, line, quiet } from './style.ts'

/** At the foot of every page: what it belongs to, and page n of m. */
export function PageFooter({
  left,
  right,
  children,
}: {
  left: number
  right: number
  children: string
}): ReactElement {
  return (
    <View
      fixed
      style={{
        position: 'absolute',
        bottom: 28,
        left,
        right,
        flexDirection: 'row',
        borderTopWidth: 0.5,
        borderTopColor: line,
        paddingTop: 5,
        fontSize: 8,
        color: quiet,
      }}
    >
      <Text style={{ flex: 1, maxLines: 1, textOverflow: 'ellipsis' }}>{printable(children)}</Text>
      <Text
        style={{ ...figures, width: 90 }}
        render={({ pageNumber, totalPages }) => pageOf(pageNumber, totalPages)}
      />
    </View>
  )
}
