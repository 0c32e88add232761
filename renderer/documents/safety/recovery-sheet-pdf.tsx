import { Text } from '@react-pdf/renderer'
import { recoverySheetWords as words } from '../../locale/safety-documents.ts'
import { renderPdf } from '../pdf/render.ts'
import { PrintedKey } from './printed-key.tsx'
import type { RecoverySheet } from './safety-document.ts'
import { Part, SafetyDocument } from './safety-page.tsx'

/**
 * The recovery key on one page, with what to do with it. It says not whose it is nor what it opens onto, so that who
 * finds it learns nothing from it alone.
 */
export function makeRecoverySheetPdf({ recoveryKey, mark, madeOn }: RecoverySheet): Promise<Uint8Array> {
  return renderPdf(
    <SafetyDocument title={words.title} on={madeOn} dated={words.madeOn(madeOn)} author="">
      <Text>{words.lead}</Text>
      <PrintedKey recoveryKey={recoveryKey} mark={mark} />
      <Part title={words.keep.title} points={words.keep.points} />
      <Part title={words.use.title} points={words.use.steps} isNumbered />
      <Part title={words.lost.title} paragraphs={words.lost.body} />
    </SafetyDocument>,
  )
}
