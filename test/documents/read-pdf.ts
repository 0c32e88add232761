import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text as it stands on a page; points, from the lower left corner. */
export type Piece = { text: string; x: number; y: number; width: number }

export type ReadPdf = {
  pages: { width: number; pieces: Piece[]; lines: string[] }[]
  /** All lines of all pages. */
  lines: string[]
  /** All text, blanks between words made single. */
  text: string
  info: Record<string, unknown>
  hasMore: { javaScript: boolean; attachments: boolean; annotations: boolean; xmp: boolean }
}

/** Reads a PDF file back as a reader's own program would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
  }).promise
  const pages: ReadPdf['pages'] = []
  let annotations = false
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    annotations ||= (await page.getAnnotations()).length > 0
    const pieces = items.flatMap((item): Piece[] =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
        : [],
    )
    pages.push({ width: page.getViewport({ scale: 1 }).width, pieces, lines: linesOf(pieces) })
  }
  const { info, metadata } = await pdf.getMetadata()
  const javaScript = (await pdf.getJSActions()) !== null
  const attachments: unknown = await pdf.getAttachments()
  await pdf.destroy()
  const lines = pages.flatMap((page) => page.lines)
  return {
    pages,
    lines,
    text: lines.join(' ').replace(/\s+/g, ' '),
    info: { ...info },
    hasMore: { javaScript, attachments: attachments !== null, annotations, xmp: metadata !== null },
  }
}

function linesOf(pieces: readonly Piece[]): string[] {
  const rows = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const at = [...rows.keys()].find((y) => Math.abs(y - piece.y) < 3) ?? piece.y
    rows.set(at, [...(rows.get(at) ?? []), piece])
  }
  return [...rows].sort(([a], [b]) => b - a).map(([, row]) => joined(row.sort((a, b) => a.x - b.x)))
}

/** Pieces that touch are one word: a letter of another font starts a piece of its own. */
function joined(row: readonly Piece[]): string {
  return row
    .map((piece, index) => {
      const before = row[index - 1]
      return before === undefined || piece.x - (before.x + before.width) < 0.5 ? piece.text : ` ${piece.text}`
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
