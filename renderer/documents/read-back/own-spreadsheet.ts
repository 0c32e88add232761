import { dateStyles, isDateFormat, shownDay } from './date-cells.ts'
import { type Packed, unpacked } from './unpack.ts'
import { type XmlPart, xmlParts } from './xml-parts.ts'

/**
 * What stands in a spreadsheet: the rows of its sheets, with the cells of each joined; and everything else that somebody
 * could find in it, such as the names of its sheets, a text that no cell shows, or a part that a report does not have.
 */
export type ReadSpreadsheet = { rows: string[]; elsewhere: string[] }

/** Which parts a report has. */
const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/
const STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'
const KNOWN_PART =
  /^(\[Content_Types\]\.xml|(_rels\/\.rels)|xl\/(workbook|styles|sharedStrings|_rels\/workbook\.xml|worksheets\/(_rels\/)?sheet\d+\.xml)(\.xml|\.rels)?)$/

/** Attributes that are layout and bookkeeping, by element; `*` stands for all of an element. */
const LAYOUT: Readonly<Record<string, readonly string[]>> = {
  worksheet: ['*'],
  workbook: ['*'],
  styleSheet: ['*'],
  sst: ['*'],
  Types: ['*'],
  Relationships: ['*'],
  Default: ['ContentType', 'Extension'],
  Override: ['ContentType', 'PartName'],
  Relationship: ['Id', 'Type', 'Target'],
  workbookPr: [''],
  bookViews: [''],
  workbookView: [''],
  sheets: [''],
  sheet: ['r:id', 'sheetId'],
  definedNames: [''],
  calcPr: [''],
  cols: [''],
  col: ['min', 'max', 'width', 'customWidth'],
  sheetData: [''],
  row: ['r', ''],
  c: ['r', 's', 't'],
  v: [''],
  si: [''],
  t: ['', 'xml:space'],
}

/** Elements of the styles; none of them holds a text. */
const STYLE =
  /^(fonts?|fills?|borders?|cellXfs|cellStyleXfs|xf|family|scheme|b|color|patternFill|left|right|top|bottom|diagonal|alignment|numFmts)$/

/** Reads a spreadsheet that this program has just made; throws for any other file. */
export async function readOwnSpreadsheet(file: Uint8Array): Promise<ReadSpreadsheet> {
  const files = await unpacked(file)
  const strings = stringsOf(files.find(({ name }) => name === STRINGS))
  const styles = files.find(({ name }) => name === STYLES)
  const days = dateStyles(styles === undefined ? [] : xmlParts(styles.content))
  const shown = new Set<number>()
  const rows: string[] = []
  const elsewhere: string[] = []
  for (const { name, content } of files) {
    const parts = xmlParts(content)
    if (!KNOWN_PART.test(name)) elsewhere.push(name)
    if (SHEET.test(name)) rows.push(...rowsOf(parts, strings, shown, days))
    elsewhere.push(
      ...parts.filter((part) => !isLayout(name, part)).map(({ value, element }) => value || element),
    )
  }
  elsewhere.push(...strings.filter((_, index) => !shown.has(index)))
  return { rows, elsewhere }
}

function isLayout(name: string, part: XmlPart): boolean {
  const { element, attribute, value } = part
  if (attribute === null)
    return (SHEET.test(name) && element === 'v') || (name === STRINGS && element === 't')
  if (element === 'Relationship' && attribute === 'Target')
    return /^(xl\/)?(workbook|styles|sharedStrings|worksheets\/sheet\d+)\.xml$/.test(value)
  if (name === STYLES && (STYLE.test(element) || isDateFormat(part))) return true
  const known = LAYOUT[element] ?? []
  return known.includes('*') || known.includes(attribute)
}

function stringsOf(file: Packed | undefined): string[] {
  const texts: string[] = []
  for (const { element, attribute, value } of file === undefined ? [] : xmlParts(file.content)) {
    if (element === 'si') texts.push('')
    if (element === 't' && attribute === null) texts.push((texts.pop() ?? '') + value)
  }
  return texts
}

/** The cells of each row, and which of the strings they show. */
function rowsOf(
  parts: readonly XmlPart[],
  strings: readonly string[],
  shown: Set<number>,
  days: ReadonlySet<string>,
): string[] {
  const rows: string[][] = []
  let [isString, isDay] = [false, false]
  for (const { element, attribute, value } of parts) {
    if (element === 'row' && attribute === 'r') rows.push([])
    if (element === 'c' && attribute === 'r') [isString, isDay] = [false, false]
    if (element === 'c' && attribute === 's') isDay = days.has(value)
    if (element === 'c' && attribute === 't') isString = value === 's'
    if (element !== 'v' || attribute !== null) continue
    if (isString) shown.add(Number(value))
    const number = isDay ? shownDay(value) : value
    rows.at(-1)?.push(isString ? (strings[Number(value)] ?? '') : number)
  }
  return rows.map((cells) => cells.join(' ')).filter((row) => row !== '')
}
