import Papa from 'papaparse'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** No row of the register comes near this; a file without line ends must not fill the memory. */
const LONGEST_LINE = 65_536

/** A line, or null for one that is too long to be a row. */
export type RegisterLine = string | null

/**
 * Cuts a stream of bytes into lines (LF or CRLF) and decodes each apart: as UTF-8, or as Windows-1252 (what files
 * called Latin-1 hold) where that fails. The register's export comes as either, and mixed when it was edited.
 */
export async function* registerLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<RegisterLine> {
  let parts: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start)
      const part = chunk.subarray(start, end === -1 ? chunk.length : end)
      length += part.length
      if (length <= LONGEST_LINE) parts.push(part)
      if (end === -1) break
      yield length <= LONGEST_LINE ? decode(Buffer.concat(parts)) : null
      parts = []
      length = 0
      start = end + 1
    }
  }
  if (length > 0) yield length <= LONGEST_LINE ? decode(Buffer.concat(parts)) : null
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Windows-1252 from 0x80 to 0x9F, where it differs from Latin-1; Node's own decoder takes the two for one. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
}

function decode(line: Buffer): string {
  const bytes = line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252(bytes)
  }
}

/**
 * The cells of one line. Quotes are taken as CSV means them where that fits the number of cells expected, and as
 * ordinary characters where it does not: a name such as `"De Boom" Noord` must not swallow its neighbours. Null
 * for the first half of a cell that goes on in the next line.
 */
export function registerCells(line: string, expected?: number): string[] | null {
  const plain = line.split(';')
  if (!line.includes('"')) return plain
  const { data, errors } = Papa.parse<string[]>(line, { delimiter: ';' })
  const quoted = data[0] ?? []
  if (errors.length === 0 && (quoted.length === expected || plain.length !== expected)) return quoted
  return expected !== undefined && plain.length < expected ? null : plain
}
