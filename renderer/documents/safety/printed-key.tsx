import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { keyMarkWords } from '../../locale/safety-documents.ts'
import { green, line, quiet } from '../pdf/style.ts'
import { QrCode } from './qr-code.tsx'

const COLUMNS = 2

/**
 * A recovery key in numbered groups, large enough to read by candlelight, beside it the same as a QR code, and the mark
 * by which it is found in the list of keys.
 */
export function PrintedKey({ recoveryKey, mark }: { recoveryKey: string; mark: string }): ReactElement {
  const groups = recoveryKey.split('-')
  const perColumn = Math.ceil(groups.length / COLUMNS)
  return (
    <View wrap={false} style={{ marginBottom: 8 }}>
      <View
        style={{
          flexDirection: 'row',
          alignItems: 'flex-start',
          borderTopWidth: 1,
          borderBottomWidth: 1,
          borderColor: line,
          paddingVertical: 10,
          marginTop: 10,
          marginBottom: 4,
        }}
      >
        {Array.from({ length: COLUMNS }, (_, column) => (
          <View key={column} style={{ width: 145 }}>
            {groups.slice(column * perColumn, (column + 1) * perColumn).map((group, index) => (
              <View key={index} style={{ flexDirection: 'row', alignItems: 'baseline', height: 24 }}>
                <Text style={{ width: 24, fontSize: 9, lineHeight: 1, color: quiet }}>
                  {String(column * perColumn + index + 1)}
                </Text>
                <Text style={{ fontSize: 18, lineHeight: 1, color: green, fontWeight: 700 }}>{group}</Text>
              </View>
            ))}
          </View>
        ))}
        <View style={{ marginLeft: 'auto' }}>
          <QrCode text={recoveryKey} width={144} />
        </View>
      </View>
      <Text style={{ fontSize: 9, color: quiet }}>{keyMarkWords(mark)}</Text>
    </View>
  )
}
