import type { CalendarDate } from '#shared/calendar/calendar-date.ts'

/** How a spreadsheet shows a day. */
export const DATE_FORMAT = 'dd-mm-yyyy'

/** Text without the control signs that a spreadsheet file cannot hold. */
export function plainText(text: string): string {
  return text.replace(/\p{Control}/gu, (sign) => (sign === '\n' ? sign : ' '))
}

const CENTRAL_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const END_SIZE = 22

/**
 * A spreadsheet is a ZIP file, and each file in it carries the minute in which it was made. Sets them all to the
 * start of a day; APPNOTE.TXT 4.3.7, 4.3.12 and 4.4.6.
 */
export function sealedDates(zip: Uint8Array, on: CalendarDate): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - END_SIZE
  if (view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error('zip: expected no comment at the end')
  const [year = 1980, month = 1, day = 1] = on.split('-').map(Number)
  const date = ((year - 1980) << 9) | (month << 5) | day
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== CENTRAL_ENTRY)
      throw new Error('zip: expected an entry of the directory')
    const local = view.getUint32(entry + 42, true)
    for (const at of [entry + 12, local + 10]) {
      view.setUint16(at, 0, true)
      view.setUint16(at + 2, date, true)
    }
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true)
  }
  return zip
}
