import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { SettledReport } from '#shared/reports/annual-report.ts'
import { bytesOf } from '../documents/make.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { locationLine, sampleInvoice } from '../documents/sample-invoice.ts'
import { sampleReport } from '../documents/sample-report.ts'
import { zipEntries } from '../documents/zip-entries.ts'
import { MARKUP } from '../support/markup.ts'

const report = () =>
  SettledReport.parse(
    sampleReport({
      activities: MARKUP.map((text) => ({
        on: '2026-05-01',
        kind: 'other',
        description: text,
        withWhom: text,
        reach: null,
      })),
      narrative: {
        signals: MARKUP.join('\n'),
        recommendations: MARKUP.map((text) => ({ text, owner: text })),
        lookingBack: '',
        workPlan: '',
      },
    }),
  )

const bare = (text: string): string => text.replace(/[\s-]+/g, '')

/** What a PDF can hold that acts when it is opened or clicked (ISO 32000-1, 12.6 and 7.11.4). */
const ACTS = /\/(JavaScript|JS|Launch|URI|GoToR|SubmitForm|ImportData|OpenAction|AA|EmbeddedFile|RichMedia)\b/

const nothingMore = { javaScript: false, attachments: false, annotations: false, xmp: false }

describe('fault 23: HTML, SVG, javascript: in notes', () => {
  it('prints it letter for letter in a report, in which nothing can be clicked or run', async () => {
    const bytes = await bytesOf({ kind: 'report-pdf', report: report() })
    const { text, hasMore } = await readPdf(bytes)
    for (const markup of MARKUP) expect(bare(text)).toContain(bare(markup))
    expect(hasMore).toEqual(nothingMore)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(ACTS)
  })

  it('prints it in an invoice, in which nothing can be clicked or run', async () => {
    const invoice = sampleInvoice(MARKUP.map((text, index) => locationLine(index, text)))
    const bytes = await bytesOf({ kind: 'invoice-pdf', invoice })
    const { text, hasMore } = await readPdf(bytes)
    // A narrow column breaks it up: its beginning shows that it stands there as it was typed.
    for (const markup of MARKUP) expect(bare(text)).toContain(bare(markup).slice(0, 7))
    expect(hasMore).toEqual(nothingMore)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(ACTS)
  })

  it('writes it letter for letter into a spreadsheet, as text alone', async () => {
    const bytes = await bytesOf({ kind: 'report-xlsx', report: report() })
    const cells = (await readWorkbook(Buffer.from(bytes))).flatMap(({ data }) => data.flat())
    for (const markup of MARKUP) expect(cells.filter((cell) => cell === markup)).toHaveLength(2)
    const entries = zipEntries(bytes)
    expect(entries.filter(({ name }) => /vml|drawing|hyperlink|vba|media/i.test(name))).toEqual([])
    for (const { content } of entries) {
      expect(content).not.toMatch(/<(script|svg|img|iframe|a|math|style)[\s>]/i)
      expect(content).not.toMatch(/<hyperlink|TargetMode="External"/i)
    }
  })
})
