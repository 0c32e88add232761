import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { reportWords } from '../../locale/report-document.ts'
import { Typed } from '../pdf/text.tsx'

/** Who signs the letter. */
export function Closing({ name }: { name: string }): ReactElement {
  return (
    <View wrap={false}>
      <Text style={{ marginTop: 10 }}>{reportWords.closing}</Text>
      <Typed style={{ marginTop: 4 }}>{name}</Typed>
    </View>
  )
}
