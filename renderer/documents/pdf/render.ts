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

/** The document as the bytes of a PDF file. The same document gives the same bytes. */
export async function renderPdf(document: ReactElement<DocumentProps>): Promise<Uint8Array> {
  const blob = await pdf(document).toBlob()
  const bytes = new Uint8Array(await blob.arrayBuffer())
  if (document.props.creationDate?.getTime() === 0) {
    blank(bytes, '/CreationDate', '\n')
    blank(bytes, 'D:19700101000000Z', ')')
  }
  return bytes
}

/**
 * Takes the date out of a file that has none: the library insists on one. Blanks of the same length keep the
 * file's table of offsets true; what stands around pages and fonts is not compressed.
 */
function blank(bytes: Uint8Array, start: string, end: string): void {
  const sought = new TextEncoder().encode(start)
  let at = bytes.indexOf(sought[0] ?? 0)
  while (at !== -1 && !sought.every((byte, offset) => bytes[at + offset] === byte))
    at = bytes.indexOf(sought[0] ?? 0, at + 1)
  if (at !== -1) bytes.fill(0x20, at, bytes.indexOf(end.charCodeAt(0), at))
}
