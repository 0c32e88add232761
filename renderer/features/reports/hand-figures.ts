import { type CalendarDate, yearOf } from '#shared/calendar/calendar-date.ts'
import { MAIN_SUBJECTS, subSubjectsOf } from '#shared/casework/subjects.ts'
import { type FigureByHand, reportCommands } from '#shared/contracts/report-commands.ts'
import { type VaultInput } from '#shared/contracts/vault.ts'
import { type Location } from '#shared/organisations/location.ts'
import { type DimensionName } from '#shared/reports/report-choices.ts'
import { countableRows } from '#shared/reports/report-dimensions.ts'
import { type LedgerValue, TOTAL } from '#shared/statistics/ledger.ts'
import { ReportPeriod } from '#shared/statistics/report-period.ts'
import { z } from 'zod'
import { enterByHandText as text } from '../../locale/enter-by-hand.ts'
import { mergedCategories } from '../../locale/report-words.ts'
import { type Choice } from '../../ui/choices.tsx'

export type Breakdown = DimensionName | typeof TOTAL
export type Stretch = keyof typeof text.stretches
export type Stood = keyof typeof text.stoodWords

/** One figure as it stands in the fields. `row` names its categories, with spaces between. */
export type FigureFields = {
  breakdown: Breakdown | null
  row: string | null
  stretch: Stretch | null
  year: number | null
  toYear: number | null
  stood: Stood | null
  value: number | null
  upTo: number | null
  page: string
}

/** A report made by hand as it stands in the fields. */
export type HandFields = {
  organisationId: string | null
  recipient: string
  document: string
  handedOverOn: string | null
  figures: FigureFields[]
}

/** The total of a year, which every report begins with. */
export function firstFigure(year: number): FigureFields {
  return {
    breakdown: TOTAL,
    row: null,
    stretch: 'year',
    year,
    toYear: null,
    stood: 'number',
    value: null,
    upTo: null,
    page: '',
  }
}

/** The next figure of the same table, most likely: the rest of it is as before. */
export function figureAfter(last: FigureFields): FigureFields {
  return { ...last, row: null, stood: 'number', value: null, upTo: null }
}

/** What figures of a breakdown can have counted; of locations those of one organisation. */
export function rowChoices(breakdown: DimensionName, locations: readonly Location[]): Choice<string>[] {
  const named = locations.map(({ id, name, address }) => ({ id, name, place: address.city }))
  const rank = (group: string | undefined) => GROUPS.indexOf(group)
  return countableRows(breakdown, locations)
    .toSorted((a, b) => mainSubjectOf(a) - mainSubjectOf(b))
    .map((row) => {
      const group = groupOf(breakdown, row)
      const detail = named.find(({ id }) => row.length === 1 && id === row[0])?.place ?? ''
      return {
        value: row.join(' '),
        label: mergedCategories(breakdown, row, named),
        ...(group === undefined ? {} : { group }),
        ...(detail === '' ? {} : { detail }),
      }
    })
    .sort((a, b) => rank(a.group) - rank(b.group))
}

const GROUPS: readonly (string | undefined)[] = [
  undefined,
  text.mainSubjects,
  text.subSubjects,
  text.places,
  text.merged,
]

/** Its place among the main subjects when a row is all of one, else -1. */
function mainSubjectOf(row: readonly string[]): number {
  return MAIN_SUBJECTS.findIndex((main) => subSubjectsOf(main).join(' ') === row.join(' '))
}

function groupOf(breakdown: DimensionName, row: readonly string[]): string | undefined {
  if (breakdown === 'subject') {
    if (mainSubjectOf(row) !== -1) return text.mainSubjects
    return row.length === 1 ? text.subSubjects : text.merged
  }
  if (row.length === 1) return undefined
  return breakdown === 'location' ? text.places : text.merged
}

type Issue = { path: (string | number)[]; message: string }

/**
 * What the fields hold, as the ledger takes it, or at each field that is empty or wrong why. `locations` are those of
 * all organisations; `today` tells what lies ahead.
 */
export function handReport(
  locations: readonly Location[],
  today: CalendarDate,
): z.ZodType<VaultInput<'ledger.enter'>, HandFields> {
  return z
    .custom<HandFields>(() => true)
    .transform((fields, context) => {
      const own = locations.filter((one) => one.organisationId === fields.organisationId)
      const figures = fields.figures.map((figure) => readFigure(figure, own, yearOf(today)))
      const issues: Issue[] = [
        ...(fields.organisationId === null ? [{ path: ['organisationId'], message: 'not-chosen' }] : []),
        ...emptyLine('recipient', fields.recipient),
        ...emptyLine('document', fields.document),
        ...(fields.handedOverOn === null ? [{ path: ['handedOverOn'], message: 'not-filled-in' }] : []),
        ...figures.flatMap((read, index) =>
          'issues' in read
            ? read.issues.map(({ path, message }) => ({ path: ['figures', index, ...path], message }))
            : [],
        ),
      ]
      if (issues.length === 0) {
        const report = reportCommands['ledger.enter'].input.safeParse({
          ...fields,
          figures: figures.map((read) => ('figure' in read ? read.figure : null)),
        })
        if (report.success) return report.data
        issues.push(...report.error.issues.map(atField))
      }
      for (const { path, message } of issues)
        context.issues.push({ code: 'custom', path, message, input: undefined })
      return z.NEVER
    })
}

function emptyLine(name: string, typed: string): Issue[] {
  return typed.trim() === '' ? [{ path: [name], message: 'not-filled-in' }] : []
}

/** What a figure is made of has other names in the ledger than its fields have. */
function atField({ path, message }: { path: PropertyKey[]; message: string }): Issue {
  const names = path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const [list, index] = names
  if (list !== 'figures' || index === undefined) return { path: names, message }
  const field = names[2] === 'page' ? 'page' : message === 'range-reversed' ? 'upTo' : 'breakdown'
  return { path: [list, index, field], message }
}

function readFigure(
  fields: FigureFields,
  locations: readonly Location[],
  thisYear: number,
): { figure: FigureByHand } | { issues: Issue[] } {
  const { breakdown, row, page } = fields
  const dimension = breakdown ?? TOTAL
  const isRow = dimension === TOTAL || rowChoices(dimension, locations).some(({ value }) => value === row)
  const period = periodOf(fields, thisYear)
  const value = valueOf(fields)
  const issues = [
    ...(isRow ? [] : [{ path: ['row'], message: 'not-chosen' }]),
    ...('issue' in period ? [period.issue] : []),
    ...(typeof value === 'object' && 'issue' in value ? [value.issue] : []),
  ]
  if (issues.length > 0 || 'issue' in period || (typeof value === 'object' && 'issue' in value))
    return { issues }
  const categories = dimension === TOTAL ? [] : (row ?? '').split(' ')
  return { figure: { period: period.period, dimension, categories, value, page } }
}

function issueAt(field: keyof FigureFields, message: string): { issue: Issue } {
  return { issue: { path: [field], message } }
}

function periodOf(
  { stretch, year, toYear }: FigureFields,
  thisYear: number,
): { period: ReportPeriod } | { issue: Issue } {
  const isBlock = stretch === 'years'
  if (year === null) return issueAt('year', 'not-filled-in')
  if (year > thisYear) return issueAt('year', 'year-in-future')
  if (isBlock && toYear === null) return issueAt('toYear', 'not-filled-in')
  if (isBlock && (toYear ?? 0) > thisYear) return issueAt('toYear', 'year-in-future')
  if (isBlock && (toYear ?? 0) <= year) return issueAt('toYear', 'years-reversed')
  const half = stretch === 'first-half' || stretch === 'second-half' ? stretch : null
  const period = ReportPeriod.safeParse(isBlock ? { from: year, to: toYear } : { year, half })
  return period.success ? { period: period.data } : issueAt('year', 'not-a-year')
}

/** What is asked for beside what stood there. */
export function valueLabel(stood: Stood | null): string {
  switch (stood) {
    case 'below':
      return text.below
    case 'range':
      return text.from
    case 'number':
    case 'left-out':
    case null:
      return text.value
  }
}

/** What stood there as the ledger takes it, or what is missing at which field. */
export function valueOf({
  stood,
  value,
  upTo,
}: Pick<FigureFields, 'stood' | 'value' | 'upTo'>): LedgerValue | { issue: Issue } {
  switch (stood) {
    case 'left-out':
      return 'hidden'
    case 'below':
      if (value === null) return issueAt('value', 'not-filled-in')
      return value < 1 ? issueAt('value', 'below-nothing') : { from: 0, to: value - 1 }
    case 'range':
      if (value === null) return issueAt('value', 'not-filled-in')
      if (upTo === null) return issueAt('upTo', 'not-filled-in')
      return upTo < value ? issueAt('upTo', 'range-reversed') : { from: value, to: upTo }
    case 'number':
    case null:
      return value ?? issueAt('value', 'not-filled-in')
  }
}
