import { type FigureInFile } from '#shared/contracts/attack-commands.ts'
import { type SettledReport } from '#shared/reports/annual-report.ts'
import { type SettledJointReport } from '#shared/reports/joint-report.ts'
import { isDocumentRefusal, readReportXlsx } from '../../documents/client.ts'
import { readPdf } from '../../ui/pdf/draw-pages.ts'
import { figuresInLines, type ReadFigures } from './figures-in-lines.ts'
import { readingAid } from './reading-aid.ts'
import { bytesOf } from './save-report.ts'

/** A file of a report: its bytes, the figures in it, and every other text in it that has a number. */
export type ReadFile = { bytes: Uint8Array; figures: FigureInFile[]; otherNumbers: string[] }

export type ReadReport = Record<'pdf' | 'spreadsheet', ReadFile>

/**
 * Makes the files of a report and reads them back as anybody could, with what stands beside the pages and the cells.
 * Null when a file could not be made.
 */
export async function readBack(report: SettledReport | SettledJointReport): Promise<ReadReport | null> {
  const [pdf, spreadsheet] = await Promise.all([
    bytesOf({ kind: 'pdf', report }),
    bytesOf({ kind: 'xlsx', report }),
  ])
  if (isDocumentRefusal(pdf) || isDocumentRefusal(spreadsheet)) return null
  const [pages, sheets] = [await readPdf(pdf), await readReportXlsx(spreadsheet)]
  const aid = readingAid(report)
  const file = (bytes: Uint8Array, read: ReadFigures, elsewhere: readonly string[]): ReadFile => ({
    bytes,
    figures: distinct(read.figures),
    otherNumbers: [...read.otherNumbers, ...elsewhere.filter((text) => /\d/.test(text))],
  })
  return {
    pdf: file(pdf, figuresInLines(pages.lines, aid), pages.elsewhere),
    spreadsheet: file(spreadsheet, figuresInLines(sheets.rows, aid), sheets.elsewhere),
  }
}

/** A total stands in a file more than once. */
function distinct(figures: ReadFigures['figures']): FigureInFile[] {
  const all = figures.map(({ crossing, among, ...figure }): FigureInFile => ({
    ...figure,
    categories: [...figure.categories],
    ...(among && { among: [...among] }),
    ...(crossing && { crossing: { ...crossing, categories: [...crossing.categories] } }),
  }))
  return [...new Map(all.map((figure) => [JSON.stringify(figure), figure])).values()]
}
