import type { ListedFigure } from '#shared/contracts/report-commands.ts'
import { TOTAL, type LedgerValue } from '#shared/statistics/ledger.ts'
import { longDate } from './dates.ts'
import { periodName } from './period-name.ts'
import { dimensionWords, type LocationNames, mergedCategories } from './report-words.ts'

/** What a table of figures is called where its name stands before what was counted. */
function headingOf(dimension: string): string {
  const words: Partial<Record<string, { sheet: string }>> = dimensionWords
  return words[dimension]?.sheet ?? 'Een andere uitsplitsing'
}

/** `Hoe het afliep: opgelost`. Until 2026 half-years stood in the ledger by a name of their own, without a year. */
function namesOf(
  dimension: string,
  categories: readonly string[],
  year: number,
  locations: LocationNames,
): string {
  if (dimension === 'half') {
    const halves = categories.map((half) => `${year}-${half === 'first-half' ? 1 : 2}`)
    return namesOf('time', halves, year, locations)
  }
  try {
    return `${headingOf(dimension)}: ${mergedCategories(dimension, categories, locations)}`
  } catch {
    return headingOf(dimension)
  }
}

/** What Luwte itself handed over, by what the ledger calls it; other documents have the name that was typed. */
const documents: Record<string, string> = {
  'annual-report': 'rapportage uit Luwte',
  'annual-report-board': 'rapportage uit Luwte, versie voor directie en HR',
  'annual-report-works-council': 'rapportage uit Luwte, versie voor de ondernemingsraad',
  'annual-report-parent-committee': 'rapportage uit Luwte, versie voor de oudercommissie',
  'annual-report-supervisory-board': 'rapportage uit Luwte, versie voor de Raad van Toezicht',
  'group-report': 'rapportage over het concern',
  benchmark: 'vergelijking met de hele praktijk',
}

export const ledgerText = {
  title: 'Uitgegeven cijfers',
  back: 'Terug naar rapportages',
  explain:
    'Elk cijfer dat ooit aan iemand is gegeven, staat hier. Luwte rekent er bij elke nieuwe rapportage mee, zodat niemand door aftrekken iets te weten komt.',
  loading: 'De lijst wordt geopend…',
  empty: 'Er zijn nog geen cijfers uitgegeven.',
  brokenTitle: 'Deze lijst is buiten Luwte veranderd',
  broken:
    'De keten van cijfers klopt niet meer. Maak nu geen nieuwe rapportage. Zet een back-up terug van vóór de verandering.',
  organisationGone: 'een organisatie die niet meer in de kluis staat',
  documentTitle: ({ document }: ListedFigure, organisation: string): string =>
    `${organisation}, ${documents[document] ?? document}`,
  handedOver: ({ recipient, settledOn, byHand }: ListedFigure): string =>
    `Voor ${recipient}, op ${longDate(settledOn)}.${byHand ? ' Zelf ingevoerd.' : ''}`,
  columns: {
    what: 'Wat er geteld is',
    period: 'Periode',
    page: 'Bladzijde',
    value: 'Cijfer',
    became: 'Daarna',
  },
  /** `locations` are those of the organisations that the figure counts. */
  counted: (figure: ListedFigure, locations: LocationNames): string => {
    const { dimension, categories, crossing, among, period } = figure
    const year = 'year' in period ? period.year : period.to
    const first = dimension === TOTAL ? 'Alle melders' : namesOf(dimension, categories, year, locations)
    const second =
      crossing === undefined ? '' : `; ${namesOf(crossing.dimension, crossing.categories, year, locations)}`
    return `${first}${second}${among === undefined ? '' : `, van ${among.length} organisaties samen`}`
  },
  period: periodName,
  value: (value: LedgerValue): string => {
    if (value === 'hidden') return 'niet getoond'
    if (typeof value === 'number') return String(value)
    return value.from === 0 ? `minder dan ${value.to + 1}, of geen` : `${value.from} tot en met ${value.to}`
  },
  /** What became of an entry that was typed in; `replaced` are the hashes of those that others took the place of. */
  became: ({ hash, replaces, isWithdrawn }: ListedFigure, replaced: ReadonlySet<string>): string => {
    if (isWithdrawn) return 'Ingetrokken: nooit uitgegeven.'
    if (replaced.has(hash)) return 'Vervangen; telt niet meer mee.'
    return replaces === undefined ? '' : 'Verbeterd.'
  },
  correct: 'Verbeter',
  correctThis: (counted: string): string => `Verbeter: ${counted}`,
  correctTitle: 'Dit cijfer verbeteren?',
  correctExplain:
    'Neem over wat er echt in het document stond. Wat je eerst invoerde blijft in de lijst staan; Luwte rekent verder met het nieuwe cijfer.',
  correcting: (counted: string, { period, value }: ListedFigure): string =>
    `${counted}, ${periodName(period)}. Nu staat er: ${ledgerText.value(value)}.`,
  correctConfirm: 'Verbeter het cijfer',
  remove: 'Verwijder deze invoer',
  removeTitle: 'Deze ingevoerde cijfers verwijderen?',
  removeExplain:
    'Doe dit alleen als je je hebt vergist en deze cijfers nooit zijn uitgegeven. Zonder deze cijfers weet Luwte niet dat ze bekend zijn. Stond er alleen een verkeerd getal, verbeter dat cijfer dan.',
  removeConfirm: 'Verwijder de cijfers',
} as const
