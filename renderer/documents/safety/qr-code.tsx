import type { ReactElement } from 'react'
import { Path, Svg } from '@react-pdf/renderer'
import encodeQR from 'qr'

/**
 * The text as a QR code (ISO/IEC 18004) of so many points wide, with the blank border of four squares that readers
 * need. A quarter of it may be stained or folded away.
 */
export function QrCode({ text, width }: { text: string; width: number }): ReactElement {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 })
  return (
    <Svg viewBox={`0 0 ${rows.length} ${rows.length}`} style={{ width, height: width }}>
      <Path d={darkSquares(rows)} fill="#000000" />
    </Svg>
  )
}

/**
 * One outline for each run of dark squares in a row, a little higher than the row: printers leave white hairlines
 * between what only touches.
 */
function darkSquares(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1] === true) return []
        const end = row.indexOf(false, x)
        const length = (end === -1 ? row.length : end) - x
        return [`M${x} ${y}h${length}v1.03h-${length}z`]
      }),
    )
    .join('')
}
