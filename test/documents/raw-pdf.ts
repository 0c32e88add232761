import { inflateSync } from 'node:zlib'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { linesOf } from '../../renderer/ui/pdf/lines-of-text.ts'
import { textBesidePages } from '../../renderer/ui/pdf/text-beside-pages.ts'

/** A PDF file as the program itself reads it back: the lines of its pages, and every text beside them. */
export async function readBackPdf(bytes: Uint8Array): Promise<{ lines: string[]; elsewhere: string[] }> {
  const loading = getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  })
  const file = await loading.promise
  const lines: string[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent()
    lines.push(...linesOf(items.flatMap((item) => ('str' in item ? [item] : []))))
  }
  const elsewhere = await textBesidePages(file)
  await loading.destroy()
  return { lines, elsewhere }
}

/**
 * The same file without a reader of PDF: the names of everything that its objects hold, reachable or not, and how wide
 * the rectangles are that its pages draw, in their order (ISO 32000-1, 7.3 and 8.5.2).
 */
export function rawPdf(bytes: Uint8Array): { names: Set<string>; rectangles: number[] } {
  const file = Buffer.from(bytes).toString('latin1')
  const names = new Set<string>()
  const rectangles: number[] = []
  for (const [, object = ''] of file.matchAll(/\d+ 0 obj([\s\S]*?)endobj/g)) {
    const [head = '', stream] = object.split(/stream\r?\n/)
    for (const [name] of head.replace(/\([^)]*\)/g, '').matchAll(/\/[A-Za-z]+\d*/g)) names.add(name.slice(1))
    if (stream === undefined || !head.includes('FlateDecode') || head.includes('Length1')) continue
    const drawn = inflateSync(Buffer.from(stream.replace(/\r?\nendstream[\s\S]*$/, ''), 'latin1')).toString(
      'latin1',
    )
    for (const [, width] of drawn.matchAll(/^[-\d.]+ [-\d.]+ ([-\d.]+) [-\d.]+ re$/gm))
      rectangles.push(Number(width))
  }
  return { names, rectangles }
}
