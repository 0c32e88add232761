import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Every text of a PDF file that stands on none of its pages: what it says about itself, in short and at length (XMP), its
 * table of contents, files that it brings along, notes and form fields, scripts, names of places and of pages, and what it
 * reads out instead of a picture. Texts stand here as the file has them, in no order that tells anything.
 */
export async function textBesidePages(file: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await file.getMetadata()
  const pages = await Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const page = await file.getPage(index + 1)
      return [await page.getAnnotations(), await page.getJSActions(), readOut(await page.getStructTree())]
    }),
  )
  const found: unknown[] = [
    info,
    metadata?.getRaw(),
    await file.getOutline(),
    await file.getAttachments(),
    await file.getFieldObjects(),
    await file.getJSActions(),
    Object.keys(await file.getDestinations()),
    await file.getPageLabels(),
    pages,
  ]
  return found.flatMap(textsIn)
}

/** The texts in a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (value instanceof Uint8Array) return [new TextDecoder().decode(value)]
  if (value instanceof Map) return [...(value as Map<unknown, unknown>)].flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** What is read out of a part of the page and of those in it. */
function readOut(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  const alternative = 'alt' in part ? [part.alt] : []
  const children: unknown = 'children' in part ? part.children : []
  return [...alternative, ...(Array.isArray(children) ? children.flatMap(readOut) : [])]
}
