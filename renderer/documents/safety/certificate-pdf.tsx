import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import { type CopyOutOfReach, isOpen } from '#shared/casework/destruction.ts'
import { longDate } from '../../locale/dates.ts'
import { certificateWords as words, dayOf, placeOfCopy } from '../../locale/safety-documents.ts'
import { renderPdf } from '../pdf/render.ts'
import { quiet, text } from '../pdf/style.ts'
import { type Column, Table } from '../pdf/table.tsx'
import { Typed } from '../pdf/text.tsx'
import type { DestructionCertificate } from './safety-document.ts'
import { Part, SafetyDocument } from './safety-page.tsx'

const columns: Column[] = [
  { heading: words.copies.target, width: 90 },
  { heading: words.copies.fileName },
  { heading: words.copies.madeOn, width: 88 },
  { heading: words.copies.goneOn, width: 96 },
]

/**
 * What was destroyed, when and why, and which copies were out of reach: no organisation, no role, no date of the case.
 * It stays open as long as one of those copies may be opened.
 */
export function makeCertificatePdf(certificate: DestructionCertificate): Promise<Uint8Array> {
  const { destruction, advisorName, printedOn } = certificate
  const { copiesOutOfReach } = destruction
  const stillThere = copiesOutOfReach.filter(({ goneOn }) => goneOn === null).length
  return renderPdf(
    <SafetyDocument title={words.title} on={printedOn} dated={words.statusOn(printedOn)} author={advisorName}>
      <Text style={{ ...text.bold, marginBottom: 12 }}>
        {isOpen(destruction) ? words.open(stillThere) : words.closed}
      </Text>
      <Fact label={words.facts.reference} value={destruction.reference} />
      <Fact label={words.facts.what} value={words.what[destruction.what]} />
      <Fact label={words.facts.reason} value={words.reason[destruction.reason]} />
      <Fact label={words.facts.destroyedOn} value={longDate(destruction.destroyedOn)} />
      <Fact label={words.facts.records} value={String(destruction.records)} />
      <Fact label={words.facts.copiesRewritten} value={String(destruction.copiesRewritten)} />
      <Fact label={words.facts.by} value={advisorName} />
      <Text style={{ ...text.h2, marginBottom: 8 }} minPresenceAhead={40}>
        {words.copies.title}
      </Text>
      {copiesOutOfReach.length === 0 ? (
        <Text>{words.copies.none}</Text>
      ) : (
        <Table columns={columns} rows={copiesOutOfReach.map(rowOf)} fontSize={8.5} />
      )}
      <Part title={words.meaning.title} paragraphs={words.meaning.paragraphs.join('\n')} />
    </SafetyDocument>,
  )
}

function rowOf({ kind, target, fileName, madeAt, goneOn }: CopyOutOfReach): string[] {
  return [
    placeOfCopy({ kind, target }),
    fileName,
    dayOf(madeAt),
    goneOn === null ? words.copies.notYet : longDate(goneOn),
  ]
}

function Fact({ label, value }: { label: string; value: string }): ReactElement {
  return (
    <View style={{ flexDirection: 'row' }}>
      <Text style={{ width: 124, color: quiet }}>{label}</Text>
      <Typed style={{ flex: 1 }}>{value}</Typed>
    </View>
  )
}
