import type { ReactElement } from 'react'
import { type DocumentProps, pdf } from '@react-pdf/renderer'
import type { CalendarDate } from '#shared/calendar/calendar-date.ts'

/** What a file says about itself: chosen on purpose, because a library would add the hour and its own name. */
export function fileFacts(title: string, author: string, on: CalendarDate | null): DocumentProps {
  return {
    title,
    author,
    creator: 'Luwte',
    producer: 'Luwte',
    language: 'nl-NL',
    creationDate: new Date(`${on ?? NO_DAY}T00:00:00Z`),
  }
}

const NO_DAY = '1970-01-01'
const NO_DAY_ENTRY = '/CreationDate (D:19700101000000Z)'

/** The document as the bytes of a PDF file. The same document gives the same bytes. */
export async function renderPdf(document: ReactElement<DocumentProps>): Promise<Uint8Array> {
  const blob = await pdf(document).toBlob()
  return withoutNoDay(new Uint8Array(await blob.arrayBuffer()))
}

/**
 * Takes the date out of a file that has none: the library insists on one. Blanks of the same length keep the
 * file's table of offsets true; the entry stands uncompressed in its own object.
 */
function withoutNoDay(bytes: Uint8Array): Uint8Array {
  const entry = new TextEncoder().encode(NO_DAY_ENTRY)
  for (let start = bytes.indexOf(0x2f); start !== -1; start = bytes.indexOf(0x2f, start + 1))
    if (entry.every((byte, offset) => bytes[start + offset] === byte)) bytes.fill(0x20, start, start + entry.length)
  return bytes
}
