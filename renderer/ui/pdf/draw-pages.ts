import type * as PdfReader from 'pdfjs-dist/legacy/build/pdf.mjs'
import { linesOf } from './lines-of-text.ts'
import { textBesidePages } from './text-beside-pages.ts'

/** One page of a document as it will be printed, and the text on it for who cannot see it. */
export type DrawnPage = { canvas: HTMLCanvasElement; lines: string[] }

/** Dots for each point of the paper: sharp at the width of a screen, and as a printer draws. */
export const SHARP = { screen: 2, paper: 300 / 72 } as const

let reader: Promise<typeof PdfReader> | undefined
let last: Promise<unknown> = Promise.resolve()

async function openReader(): Promise<typeof PdfReader> {
  const [pdf, { default: ReaderWorker }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'),
  ])
  pdf.GlobalWorkerOptions.workerPort = new ReaderWorker()
  return pdf
}

/**
 * Draws every page of a PDF file that this program made, and leaves the bytes to their owner. One file after the other:
 * they share a worker.
 */
export function drawPages(file: Uint8Array, scale: number = SHARP.screen): Promise<DrawnPage[]> {
  const drawn = last.then(() => draw(file.slice(), scale))
  last = drawn.catch(() => undefined)
  return drawn
}

/**
 * What stands in a PDF file that this program made: the lines of text on all pages, as somebody reads them from left to
 * right, also where a text is drawn unseen, and what stands beside the pages.
 */
export type ReadPdf = { lines: string[]; elsewhere: string[] }

/** Reads it as anybody could. */
export function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const lines = last.then(() => readAll(file.slice()))
  last = lines.catch(() => undefined)
  return lines
}

async function readAll(bytes: Uint8Array): Promise<ReadPdf> {
  reader ??= openReader()
  const pdf = await reader
  const loading = pdf.getDocument({ data: bytes, isEvalSupported: false, useWorkerFetch: false })
  try {
    const file = await loading.promise
    const lines: string[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent()
      lines.push(...linesOf(items.flatMap((item) => ('str' in item ? [item] : []))))
    }
    return { lines, elsewhere: await textBesidePages(file) }
  } finally {
    await loading.destroy()
  }
}

async function draw(bytes: Uint8Array, scale: number): Promise<DrawnPage[]> {
  reader ??= openReader()
  const pdf = await reader
  const loading = pdf.getDocument({ data: bytes, isEvalSupported: false, useWorkerFetch: false })
  try {
    const file = await loading.promise
    return await Promise.all(
      Array.from({ length: file.numPages }, async (_, index) =>
        drawPage(await file.getPage(index + 1), scale),
      ),
    )
  } finally {
    await loading.destroy()
  }
}

async function drawPage(page: PdfReader.PDFPageProxy, scale: number): Promise<DrawnPage> {
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  const canvasContext = canvas.getContext('2d')
  if (canvasContext === null) throw new Error('no canvas to draw on')
  await page.render({ canvasContext, viewport }).promise
  const { items } = await page.getTextContent()
  const lines = items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return { canvas, lines }
}
