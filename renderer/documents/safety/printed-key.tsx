import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { green, line, quiet } from '../pdf/style.ts'
import { QrCode } from './qr-code.tsx'

const COLUMNS = 2

/** A recovery key in numbered groups, large enough to read by candlelight, and beside it the same as a QR code. */
export function PrintedKey({ recoveryKey }: { recoveryKey: string }): ReactElement {
  const groups = recoveryKey.split('-')
  const perColumn = Math.ceil(groups.length / COLUMNS)
  return (
    <View
      wrap={false}
      style={{
        flexDirection: 'row',
        alignItems: 'flex-start',
        borderTopWidth: 1,
        borderBottomWidth: 1,
        borderColor: line,
        paddingVertical: 10,
        marginVertical: 10,
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
  )
}
