import type { ListedFigure } from '#shared/contracts/report-commands.ts'
import { TOTAL, type LedgerValue } from '#shared/statistics/ledger.ts'
import { longDate } from './dates.ts'
import { periodName } from './period-name.ts'
import { mergedCategories, wordsOf } from './report-words.ts'

function hasWords(dimension: string): boolean {
  try {
    return wordsOf(dimension).heading !== ''
  } catch {
    return false
  }
}

function namesOf(dimension: string, categories: readonly string[]): string {
  if (!hasWords(dimension)) return dimension
  try {
    return `${wordsOf(dimension).heading}: ${mergedCategories(dimension, categories)}`
  } catch {
    return wordsOf(dimension).heading
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
  columns: { what: 'Wat er geteld is', period: 'Periode', page: 'Bladzijde', value: 'Cijfer' },
  counted: ({ dimension, categories, crossing }: ListedFigure): string => {
    const first = dimension === TOTAL ? 'Alle melders' : namesOf(dimension, categories)
    return crossing === undefined ? first : `${first}; ${namesOf(crossing.dimension, crossing.categories)}`
  },
  period: periodName,
  value: (value: LedgerValue): string => {
    if (value === 'hidden') return 'niet getoond'
    return typeof value === 'number' ? String(value) : `${value.from} tot ${value.to}`
  },
  remove: 'Verwijder deze invoer',
  removeTitle: 'Deze ingevoerde cijfers verwijderen?',
  removeExplain:
    'Doe dit alleen als je je hebt vergist. Zonder deze cijfers weet Luwte niet dat ze bekend zijn.',
  removeConfirm: 'Verwijder de cijfers',
  enter: {
    title: 'Voer een eerdere rapportage in',
    explain:
      'Gaf je vóór Luwte al cijfers, op papier of in Word? Voer ze hier in, ook de kleine. Anders kan iemand ze van nieuwe cijfers aftrekken.',
    organisation: 'Organisatie',
    recipient: 'Aan wie gegeven',
    document: 'Welk document',
    documentHint: 'Bijvoorbeeld: jaarverslag 2023.',
    handedOverOn: 'Gegeven op',
    year: 'Jaar',
    figures: 'De cijfers',
    figure: (number: number) => `Cijfer ${number}`,
    what: 'Wat is geteld',
    all: 'alle melders samen',
    value: 'Aantal',
    page: 'Bladzijde',
    add: 'Voeg een cijfer toe',
    remove: (number: number) => `Verwijder cijfer ${number}`,
    save: 'Zet deze cijfers in de lijst',
    saved: 'De cijfers staan in de lijst.',
    incomplete: 'Vul de organisatie, de ontvanger, het document, de datum en elk cijfer in.',
  },
} as const
