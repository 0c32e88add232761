import { deflateRawSync } from 'node:zlib'
import readWorkbook from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { SettledReport } from '#shared/reports/annual-report.ts'
import { readReportXlsx } from '../../renderer/documents/client.ts'
import { readOwnSpreadsheet } from '../../renderer/documents/read-back/own-spreadsheet.ts'
import { bytesOf } from './make.ts'
import { sampleReport } from './sample-report.ts'
import { zipEntries } from './zip-entries.ts'
import { zipOf } from './zip-of.ts'

const MILLION = 1_000_000

describe('reading back a spreadsheet that was just made', () => {
  let bytes: Uint8Array
  let parts: { name: string; content: string }[]
  beforeAll(async () => {
    bytes = await bytesOf({ kind: 'report-xlsx', report: SettledReport.parse(sampleReport()) })
    parts = zipEntries(bytes).map(({ name, content }) => ({ name, content }))
  })

  /** The same file with something changed in one part, or with a part more. */
  const changed = (name: string, change: (content: string) => string) =>
    readOwnSpreadsheet(
      zipOf(
        parts.some((part) => part.name === name)
          ? parts.map((part) => (part.name === name ? { name, content: change(part.content) } : part))
          : [...parts, { name, content: change('') }],
      ),
    )

  const shown = (cell: unknown): string =>
    cell instanceof Date
      ? cell.toISOString().slice(0, 10).split('-').reverse().join('-')
      : String(cell as string | number)

  it('finds the rows that a spreadsheet program finds', async () => {
    const sheets = await readWorkbook(Buffer.from(bytes))
    const rows = sheets.flatMap(({ data }) =>
      data.map((row) => row.filter((cell) => cell !== null).map(shown)),
    )
    const { rows: read } = await readOwnSpreadsheet(bytes)
    expect(read).toEqual(rows.map((cells) => cells.join(' ')).filter((row) => row !== ''))
  })

  it('finds nothing beside the cells but the names of the sheets', async () => {
    const { elsewhere } = await readOwnSpreadsheet(bytes)
    const sheets = await readWorkbook(Buffer.from(bytes))
    expect(elsewhere).toEqual(sheets.map(({ sheet }) => sheet))
  })

  it.each([
    [
      'a hidden sheet',
      'xl/workbook.xml',
      (xml: string) => xml.replace('sheetId="2"', 'sheetId="2" state="hidden"'),
      'hidden',
    ],
    [
      'a name for a cell',
      'xl/workbook.xml',
      (xml: string) =>
        xml.replace(
          '<definedNames/>',
          '<definedNames><definedName name="drie">3</definedName></definedNames>',
        ),
      'drie',
    ],
    [
      'a hidden row',
      'xl/worksheets/sheet2.xml',
      (xml: string) => xml.replace('<row r="3">', '<row r="3" hidden="1">'),
      '1',
    ],
    [
      'a heading for paper',
      'xl/worksheets/sheet2.xml',
      (xml: string) =>
        xml.replace(
          '</sheetData>',
          '</sheetData><headerFooter><oddHeader>3 melders</oddHeader></headerFooter>',
        ),
      '3 melders',
    ],
    [
      'a formula',
      'xl/worksheets/sheet2.xml',
      (xml: string) => xml.replace('<v>8</v>', '<f>5+3</f><v>8</v>'),
      '5+3',
    ],
    [
      'a text that no cell shows',
      'xl/sharedStrings.xml',
      (xml: string) => xml.replace('</sst>', '<si><t>3 melders</t></si></sst>'),
      '3 melders',
    ],
    [
      'what a file says about itself',
      'docProps/core.xml',
      () => '<coreProperties><creator>Proefpersoon B</creator></coreProperties>',
      'Proefpersoon B',
    ],
    [
      'a note at a cell',
      'xl/comments1.xml',
      () => '<comments><comment ref="B2"><text>3 melders</text></comment></comments>',
      '3 melders',
    ],
    [
      'a way of writing numbers',
      'xl/styles.xml',
      (xml: string) =>
        xml.replace(
          '<fonts',
          '<numFmts><numFmt numFmtId="164" formatCode="&quot;3 melders&quot;"/></numFmts><fonts',
        ),
      '"3 melders"',
    ],
    [
      'a way out of the file',
      'xl/worksheets/_rels/sheet2.xml.rels',
      (xml: string) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="x" Type="x" Target="https://elders.example/3" TargetMode="External"/></Relationships>',
        ),
      'https://elders.example/3',
    ],
  ])('finds %s', async (_name, part, change, found) => {
    const { elsewhere } = await changed(part, change)
    expect(elsewhere).toContain(found)
  })

  it('reads no file but one that was made here a moment before', () => {
    expect(() => readReportXlsx(bytes)).toThrow('was not made here')
  })

  it('holds no more than twenty megabytes of what is packed, whatever a header promises', async () => {
    const content = deflateRawSync(Buffer.alloc(200 * MILLION))
    const before = process.memoryUsage().rss
    await expect(
      readOwnSpreadsheet(zipOf([{ name: 'xl/workbook.xml', content, method: 8 }])),
    ).rejects.toThrow('too large')
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * MILLION)
  })

  it.each([
    ['nothing at all', () => new Uint8Array()],
    ['no ZIP file', () => new TextEncoder().encode('geen spreadsheet, maar een gewone tekst')],
    ['a comment behind the files', () => Buffer.concat([bytes, Buffer.from('3 melders')])],
    ['something between the files', () => between(bytes)],
    ['a part that is no XML', () => zipOf([{ name: 'xl/workbook.xml', content: '<a><b></a>' }])],
    ['a comment in a part', () => zipOf([{ name: 'xl/workbook.xml', content: '<a><!-- 3 melders --></a>' }])],
  ])('reads no file with %s', async (_name, file) => {
    await expect(readOwnSpreadsheet(new Uint8Array(file()))).rejects.toThrow(/^(zip|xml):/)
  })
})

/** The file with some bytes before its directory, which knows nothing of them. */
function between(zip: Uint8Array): Buffer {
  const file = Buffer.from(zip)
  const directory = file.readUInt32LE(file.length - 6)
  const end = Buffer.from(file.subarray(-22))
  end.writeUInt32LE(directory + 9, 16)
  return Buffer.concat([
    file.subarray(0, directory),
    Buffer.from('3 melders'),
    file.subarray(directory, -22),
    end,
  ])
}
