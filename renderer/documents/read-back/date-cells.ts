import { DATE_FORMAT } from '../report/spreadsheet-file.ts'
import { type XmlPart } from './xml-parts.ts'

/** Days of a spreadsheet are counted from here: ECMA-376 part 1, 18.17.4.1, for every day after February 1900. */
const START = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/** Which styles of cells show a number as a day, by their place in the list of styles. */
export function dateStyles(styles: readonly XmlPart[]): Set<string> {
  const valueIn = (element: string, attribute: string, opened: number): string | undefined =>
    styles.find((one) => one.element === element && one.attribute === attribute && one.opened === opened)
      ?.value
  const opened = (element: string): number[] => [
    ...new Set(styles.filter((one) => one.element === element).map((one) => one.opened)),
  ]
  const formats = opened('numFmt')
    .filter((one) => valueIn('numFmt', 'formatCode', one) === DATE_FORMAT)
    .map((one) => valueIn('numFmt', 'numFmtId', one))
  return new Set(
    opened('xf').flatMap((one, index) => {
      const format = valueIn('xf', 'numFmtId', one)
      return format !== undefined && formats.includes(format) ? [String(index)] : []
    }),
  )
}

/** True for the one way in which days are written, and nothing beside it. */
export function isDateFormat({ element, attribute, value }: XmlPart): boolean {
  return (
    element === 'numFmt' &&
    (attribute === 'numFmtId' || (attribute === 'formatCode' && value === DATE_FORMAT))
  )
}

/** A day as such a cell shows it: `25-03-2026`. */
export function shownDay(days: string): string {
  const [year = '', month = '', day = ''] = new Date(START + Number(days) * DAY)
    .toISOString()
    .slice(0, 10)
    .split('-')
  return `${day}-${month}-${year}`
}
