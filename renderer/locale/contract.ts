import { addDays, type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type Half, halfPeriod } from '#shared/calendar/period.ts'
import { type HoursBilling } from '#shared/organisations/engagement.ts'
import { type Preset, type Threshold } from '#shared/statistics/presets.ts'
import { longDate } from './dates.ts'

const SMALL_NUMBERS = 'omdat collega’s bij kleine aantallen snel weten om wie het gaat'

function figuresSentence(preset: Preset, threshold: Threshold): string {
  const apart = `Aantallen van minder dan ${threshold} melders worden niet uitgesplitst, ${SMALL_NUMBERS}.`
  switch (preset) {
    case 'ordinary':
      return `De jaarrapportage noemt het totale aantal melders van het jaar, ook als dat nul is. Een rapportage over een halfjaar noemt het totaal van dat halfjaar; daarmee is ook dat van het andere halfjaar bekend. ${apart}`
    case 'careful':
      return `De rapportage over een jaar of halfjaar noemt het totale aantal melders in groepen (0 tot 4, 5 tot 9) en vanaf 10 als getal. ${apart}`
    case 'strict':
      return `De rapportage over een jaar of halfjaar noemt aantallen melders pas vanaf 10. Daaronder staat er “minder dan 10, of geen”, zonder uitsplitsing, ${SMALL_NUMBERS}.`
  }
}

/** What is declared known where consults alone are billed: that there was use, or none, of the organisation as a whole. */
const CONSULTS_ON_INVOICE =
  'De uren van gesprekken staan per half jaar apart op een factuur. Daaruit is bekend of er in dat halve jaar gesprekken waren of geen, voor de organisatie als geheel en niet per locatie; partijen hebben dat zo afgesproken.'

export const contractText = {
  title: 'Contract',
  none: 'Er is nog geen contract vastgelegd. Zonder contract kun je geen factuur maken en geen jaarrapportage afronden.',
  create: 'Leg contract vast',
  change: 'Wijzig contract',
  formTitle: (name: string) => `Contract met ${name}`,
  save: 'Bewaar contract',
  legends: {
    term: 'Looptijd',
    price: 'Prijs',
    hours: 'Uren',
    figures: 'Cijfers in de jaarrapportage',
  },
  fields: {
    startsOn: 'Begint op',
    endsOn: 'Eindigt op',
    price: 'Prijs per LRK-nummer per jaar',
    hourlyRate: 'Gereduceerd uurtarief',
    hoursBilling: 'Hoe worden de uren betaald?',
    bundleHours: 'Uren in de bundel per jaar',
    reachable: 'Hoeveel mensen kunnen je bereiken?',
    preset: 'Hoe voorzichtig zijn de cijfers?',
    threshold: 'Kleinste aantal dat apart getoond wordt',
    thresholdReason: 'Waarom 3?',
  },
  hints: {
    endsOn: 'Laat leeg als er geen einddatum is.',
    priceExcludingVat: 'In euro, zonder btw.',
    priceIncludingVat: 'In euro, met btw.',
    bundleHours: 'Bijvoorbeeld 20 of 7,5.',
    reachable: 'Medewerkers en ouders samen; een schatting is goed genoeg.',
    threshold: 'Een aantal melders onder deze grens komt niet apart in de rapportage. Gebruikelijk is 5.',
    thresholdStrict: 'Bij Streng hoort altijd 10.',
    thresholdReason:
      'Bij 3 is iemand eerder te herkennen. Schrijf op waarom dat hier toch kan; het staat bij je eigen gegevens.',
  },
  hoursBilling: {
    bundle: 'Uit een bundel: vooraf gekocht, op de jaarfactuur',
    'half-yearly-line': 'Achteraf: één regel per half jaar, zonder uitsplitsing',
    'consults-alone':
      'Achteraf: alleen de uren van gesprekken, per half jaar. De factuur verraadt dan of er gesprekken waren',
  } satisfies Record<HoursBilling, string>,
  hoursBillingShort: {
    bundle: 'uit de bundel',
    'half-yearly-line': 'één regel per half jaar',
    'consults-alone': 'alleen gesprekken, per half jaar',
  } satisfies Record<HoursBilling, string>,
  preset: { ordinary: 'Gewoon', careful: 'Voorzichtig', strict: 'Streng' } satisfies Record<Preset, string>,
  presetMeans: {
    ordinary:
      'Het totaal van het jaar staat in de rapportage, ook als het nul is. Maak je een halfjaarrapportage, dan staat dat van het halfjaar erin.',
    careful: 'Het totaal staat er als “0 tot 4” of “5 tot 9”, en pas vanaf 10 als getal.',
    strict:
      'Er staat pas een getal vanaf 10 melders; daaronder staat “minder dan 10, of geen”. Ook uitsplitsingen beginnen bij 10.',
  } satisfies Record<Preset, string>,
  presetFor: {
    ordinary: 'Past bij organisaties waar ten minste 50 mensen je kunnen bereiken.',
    careful: 'Past bij organisaties waar minder dan 50 mensen je kunnen bereiken.',
    strict: 'Op verzoek, of als er een ernstige zaak loopt.',
  } satisfies Record<Preset, string>,
  proposed: (preset: Preset, reachable: number) =>
    `Bij ${reachable === 1 ? '1 persoon' : `${reachable} mensen`} past ${
      { ordinary: 'Gewoon', careful: 'Voorzichtig', strict: 'Streng' }[preset]
    }.`,
  lessCareful: (people: number) =>
    `Je koos minder voorzichtig dan past bij ${people === 1 ? '1 persoon' : `${people} mensen`}. Collega’s kunnen dan eerder raden om wie het gaat.`,
  threshold: { 3: '3', 5: '5', 10: '10' } satisfies Record<Threshold, string>,
  sentenceTitle: 'Deze zin kun je in het contract zetten',
  /** What the contract may say of the figures: what is known on purpose, by preset and by what invoices tell. */
  sentence: (preset: Preset, threshold: Threshold, billing: HoursBilling): string =>
    [figuresSentence(preset, threshold), ...(billing === 'consults-alone' ? [CONSULTS_ON_INVOICE] : [])].join(
      ' ',
    ),
  summary: {
    term: 'Looptijd',
    from: (from: string) => `vanaf ${from}`,
    fromUntil: (from: string, until: string) => `van ${from} tot en met ${until}`,
    price: 'Prijs',
    perNumber: (amount: string) => `${amount} per LRK-nummer per jaar`,
    hours: 'Uren',
    rate: (rate: string, how: string) => `${rate} per uur, ${how}`,
    bundle: (hours: string) => `bundel van ${hours} uur per jaar`,
    reachable: 'Bereik',
    people: (count: number) =>
      count === 1 ? '1 persoon kan je bereiken' : `${count} mensen kunnen je bereiken`,
    figures: 'Cijfers',
    presetWithThreshold: (preset: string, threshold: Threshold) =>
      `${preset}, uitsplitsing vanaf ${threshold}`,
  },
} as const

/** Said while terms are changed with which earlier periods are still to be counted. */
export const openPeriodsText = {
  title: 'Dit verandert ook wat nog niet klaar is',
  why: 'Luwte rekent altijd met het contract zoals het er dan staat. Nog te maken, en met deze wijziging anders:',
  year: (year: number): string => `de jaarfactuur van ${year}, of een deel ervan`,
  hours: (year: number, half: Half, today: CalendarDate): string => {
    const { to } = halfPeriod(year, half)
    const name = `de urenfactuur over de ${half === 1 ? 'eerste' : 'tweede'} helft van ${year}`
    return today > to ? name : `${name}; die kan vanaf ${longDate(addDays(to, 1))}`
  },
  report: (year: number): string => `de jaarrapportage over ${year}`,
  first: (invoices: boolean, reports: boolean): string => {
    const tasks = [
      ...(invoices ? ['maak die facturen'] : []),
      ...(reports ? ['stel die rapportages vast'] : []),
    ]
    return `Hoort daar nog het oude contract bij? Annuleer dan, ${tasks.join(' en ')}, en wijzig het contract daarna.`
  },
} as const
