import { Text, View } from '@react-pdf/renderer'
import { envelopeWords as words } from '../../locale/safety-documents.ts'
import { renderPdf } from '../pdf/render.ts'
import { text } from '../pdf/style.ts'
import { PrintedKey } from './printed-key.tsx'
import type { EmergencyEnvelope } from './safety-document.ts'
import { Part, SafetyDocument } from './safety-page.tsx'

/** What somebody needs who has to take over all of a sudden: whom to call, where to go, what to do, and a key. */
export function makeEnvelopePdf(envelope: EmergencyEnvelope): Promise<Uint8Array> {
  const { recoveryKey, mark, madeOn, whom, where, what } = envelope
  return renderPdf(
    <SafetyDocument title={words.title} on={madeOn} dated={words.madeOn(madeOn)} author="">
      <Text>{words.lead}</Text>
      <Part title={words.whom} paragraphs={whom} />
      <Part title={words.where} paragraphs={where} />
      <Part title={words.what} paragraphs={what} />
      <Part title={words.open} points={words.steps} isNumbered />
      <View wrap={false}>
        <Text style={text.h2}>{words.key}</Text>
        <PrintedKey recoveryKey={recoveryKey} mark={mark} />
        <Text>{words.after}</Text>
      </View>
    </SafetyDocument>,
  )
}
