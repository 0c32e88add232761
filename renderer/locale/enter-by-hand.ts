import { DIMENSION_NAMES, type DimensionName } from '#shared/reports/report-choices.ts'
import { dimensionWords } from './report-words.ts'

/** Writing down what stood in a report that was made before Luwte. */
export const enterByHandText = {
  title: 'Voer een eerdere rapportage in',
  explain:
    'Gaf je vóór Luwte al cijfers, op papier of in Word? Voer ze hier in, ook de kleine. Anders kan iemand ze van nieuwe cijfers aftrekken.',
  how: 'Neem elk cijfer over zoals het er stond: een aantal, een grens zoals “minder dan 5”, of dat het er niet stond. Een nieuw cijfer begint met de periode en de uitsplitsing van het vorige.',
  organisation: 'Organisatie',
  recipient: 'Aan wie gegeven',
  document: 'Welk document',
  documentHint: 'Bijvoorbeeld: jaarverslag 2023.',
  handedOverOn: 'Gegeven op',
  figures: 'De cijfers',
  figure: (number: number) => `Cijfer ${number}`,
  breakdown: 'Uitsplitsing',
  breakdowns: {
    total: 'Alle melders samen',
    ...(Object.fromEntries(DIMENSION_NAMES.map((name) => [name, dimensionWords[name].sheet])) as Record<
      DimensionName,
      string
    >),
  },
  row: 'Welke groep',
  rowHint: 'Typ een deel van de naam.',
  chooseOrganisation: 'Kies eerst de organisatie.',
  mainSubjects: 'Hoofdonderwerpen',
  subSubjects: 'Deelonderwerpen',
  merged: 'Samengenomen',
  places: 'Plaatsen',
  stretch: 'Periode',
  stretches: {
    year: 'Het hele jaar',
    'first-half': 'Eerste halfjaar',
    'second-half': 'Tweede halfjaar',
    years: 'Meer jaren samen',
  },
  year: 'Jaar',
  fromYear: 'Van jaar',
  toYear: 'Tot en met jaar',
  stood: 'Wat er stond',
  stoodWords: {
    number: 'Een aantal',
    below: 'Minder dan …',
    range: 'Van … tot en met …',
    'left-out': 'Weggelaten of niet getoond',
  },
  value: 'Aantal',
  below: 'Minder dan',
  from: 'Van',
  upTo: 'Tot en met',
  page: 'Bladzijde',
  add: 'Voeg een cijfer toe',
  remove: 'Verwijder',
  removeFigure: (number: number) => `Verwijder cijfer ${number}`,
  save: 'Zet deze cijfers in de lijst',
  saved: 'De cijfers staan in de lijst.',
} as const
