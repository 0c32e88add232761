import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { SettledReport } from '#shared/reports/annual-report.ts'
import { bytesOf, printed } from '../documents/make.ts'
import { locationLine, sampleInvoice } from '../documents/sample-invoice.ts'
import { sampleReport } from '../documents/sample-report.ts'
import { zipEntries } from '../documents/zip-entries.ts'
import { ODD_TEXTS } from '../support/odd-texts.ts'

/** What XML 1.0 (section 2.2) lets stand in a document; a spreadsheet program calls a file with anything else broken. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

/** Words to find the texts by, one a text. */
const WORDS = ['zwaluw', 'merel', 'spreeuw', 'ekster', 'roodborst', 'wulp', 'tureluur']

const report = () =>
  SettledReport.parse(
    sampleReport({
      activities: ODD_TEXTS.map(([, text], index) => ({
        on: '2026-05-01',
        kind: 'other',
        description: `${WORDS[index] ?? ''} ${text}`,
        withWhom: '',
        reach: null,
      })),
    }),
  )

describe('fault 20: a note of 10 MB, 50,000 records, emoji, right-to-left, NUL, lone surrogates', () => {
  it('makes a spreadsheet of all of it that a reader opens, with every word', async () => {
    const bytes = await bytesOf({ kind: 'report-xlsx', report: report() })
    const odd = zipEntries(bytes).filter(({ content }) => NOT_IN_XML.test(content))
    expect(odd.map(({ name }) => name)).toEqual([])
    const cells = (await readWorkbook(Buffer.from(bytes))).flatMap(({ data }) => data.flat())
    const found = WORDS.filter((word) => cells.some((cell) => String(cell).startsWith(word)))
    expect(found).toEqual(WORDS)
  })

  it('prints a report and an invoice of all of it, with every word', async () => {
    const printedReport = await printed({ kind: 'report-pdf', report: report() })
    expect(WORDS.filter((word) => printedReport.text.includes(word))).toEqual(WORDS)
    const lines = ODD_TEXTS.map(([, text], index) => locationLine(index, `${WORDS[index] ?? ''} ${text}`))
    const invoice = await printed({ kind: 'invoice-pdf', invoice: sampleInvoice(lines) })
    expect(WORDS.filter((word) => invoice.text.includes(word))).toEqual(WORDS)
  })
})
