import type { CalendarDate } from '#shared/calendar/calendar-date.ts'
import type { GivenUp, ProtectedReport } from '#shared/statistics/protected-report.ts'
import type { Preset, ReportTotal, Threshold } from '#shared/statistics/presets.ts'
import { longDate } from './dates.ts'
import { joined, wordsOf } from './report-words.ts'

/** What stands where a figure is not shown. */
export const HIDDEN = '·'

/** The total of a year as it may be printed: `12`, `0 tot 4`, `minder dan 10, of geen`. */
export function totalInTable(total: ReportTotal | null): string {
  if (total === null) return reportWords.notEstablished
  switch (total.shown) {
    case 'exact':
      return total.value === 0 ? 'geen meldingen' : String(total.value)
    case 'band':
      return `${total.from} tot ${total.to}`
    case 'below':
      return `minder dan ${total.below}, of geen`
  }
}

/** The same in a sentence. It says no more than the figure: a band gets no "enkele" and no "gelukkig". */
function totalInSentence(year: number, total: ReportTotal): string {
  switch (total.shown) {
    case 'exact':
      if (total.value === 0) return `In ${year} kreeg ik geen meldingen.`
      return `In ${year} ${total.value === 1 ? 'kwam 1 melder' : `kwamen ${total.value} melders`} bij mij.`
    case 'band':
      return `Aantal melders in ${year}: ${total.from} tot ${total.to}.`
    case 'below':
      return `Aantal melders in ${year}: minder dan ${total.below}, of geen.`
  }
}

/** Every sentence of an annual report. */
export const reportWords = {
  title: (year: number): string => `Jaarrapportage vertrouwenspersoon ${year}`,
  draft: 'Concept',
  settledOn: (date: CalendarDate): string => `Vastgesteld op ${longDate(date)}`,
  salutation: 'Geachte lezer,',
  addressedTo: 'Aan',
  opening: (year: number): string =>
    `Als uw externe vertrouwenspersoon leg ik met deze rapportage verantwoording af over ${year}. ` +
    'Op deze bladzijde staan de hoofdzaken; daarna volgen de cijfers, mijn andere werk voor u en hoe melders onherkenbaar blijven.',
  openingForReview: (year: number): string =>
    `Dit is een concept van mijn verantwoording over ${year} als uw externe vertrouwenspersoon. ` +
    'Op deze bladzijde staan de hoofdzaken; daarna volgt mijn andere werk voor u. Er kan nog iets veranderen.',
  figuresFollow: (year: number): string =>
    `De cijfers over ${year} krijgt u wanneer ik de rapportage vaststel; ik vraag u nu de feiten, de activiteiten ` +
    'en de aanbevelingen te controleren.',
  summary: 'In het kort',
  totalInSentence,
  onePersonOnce: 'Wie vaker kwam, telt één keer per jaar, bij het onderwerp van haar of zijn eerste melding.',
  reach: (people: number, locations: number): string =>
    `${people} mensen kunnen bij mij terecht${locations === 0 ? '' : `, op ${locations === 1 ? '1 locatie' : `${locations} locaties`}`}.`,
  activityCount: (count: number): string =>
    count === 1
      ? 'Daarnaast deed ik 1 andere activiteit, die verderop beschreven staat.'
      : `Daarnaast deed ik ${count} andere activiteiten, die verderop beschreven staan.`,
  years: 'Melders per jaar',
  year: 'Jaar',
  melders: 'Melders',
  notEstablished: 'niet vastgesteld',
  notEstablishedNote: 'Niet vastgesteld: over dat jaar heb ik op deze manier geen rapportage gemaakt.',
  advice: 'Wat ik u adviseer',
  adviceElsewhere: (count: number): string =>
    `Ik doe u ${count} aanbevelingen; u vindt ze op de volgende bladzijden.`,
  signals: 'Wat ik zag',
  lookingBack: 'Terugblik op eerdere aanbevelingen',
  figures: 'De cijfers',
  figuresNote: 'De cijfers tellen mensen, geen gesprekken.',
  noBreakdown:
    'Bij kleine aantallen weten collega’s snel wie het was. Daarom ziet u het totaal en geen uitsplitsing.',
  total: 'Totaal',
  hiddenNote: `${HIDDEN} Dit cijfer staat er niet, omdat het om weinig mensen kan gaan of omdat een ander cijfer er anders uit te berekenen is. Het kan ook nul zijn.`,
  notComparable:
    'Waar een eerder jaar niet naast dit jaar staat, was het anders ingedeeld. Vergelijk dat jaar alleen op het totaal.',
  activities: 'Andere activiteiten',
  activityColumns: {
    on: 'Datum',
    kind: 'Activiteit',
    description: 'Toelichting',
    withWhom: 'Met wie',
    reach: 'Bereik',
  },
  workPlan: (year: number): string => `Werkplan ${year}`,
  advisor: 'De vertrouwenspersoon',
  name: 'Naam',
  certificate: 'Certificaat',
  certifiedUntil: (date: CalendarDate): string => `geldig tot en met ${longDate(date)}`,
  contact: 'Contact',
  reachability: 'Bereikbaarheid',
  anonymised: 'Zo blijven melders onherkenbaar',
  closing: 'Met vriendelijke groet,',
  preset: (preset: Preset, threshold: Threshold): string => {
    const apart =
      `Van groepen met minder dan ${threshold} melders staat er verder nergens een apart cijfer, ook niet als het nul is; ` +
      'zo is uit de cijfers niet op te maken of er niemand, een enkeling of een groep achter zit.'
    switch (preset) {
      case 'ordinary':
        return `Met u is afgesproken dat het totaal van het jaar altijd precies wordt genoemd. ${apart}`
      case 'careful':
        return (
          'Met u is afgesproken dat een klein totaal als groep wordt genoemd: 0 tot 4 of 5 tot 9. ' +
          `Vanaf 10 melders staat het precieze aantal er. ${apart}`
        )
      case 'strict':
        return (
          'Met u is afgesproken dat het totaal pas vanaf 10 melders wordt genoemd; tot die tijd leest u ' +
          `“minder dan 10, of geen”. ${apart}`
        )
    }
  },
  givenUp: (fate: GivenUp['fate'], reason: GivenUp['reason'], dimensions: readonly string[]): string => {
    const names = joined(
      dimensions.map((dimension) => wordsOf(dimension).inSentence),
      'en',
    )
    return `${lost(fate, names)}${because(fate, reason)}`
  },
  proof: ({ witnesses, figures }: ProtectedReport['proof']): string =>
    `Gecontroleerd met ${witnesses === 1 ? '1 controleberekening' : `${witnesses} controleberekeningen`} tegen ` +
    `${figures === 1 ? '1 cijfer' : `${figures} cijfers`}. Cijfers die u eerder kreeg, tellen daarin mee.`,
  limits:
    'Wat iemand zelf heeft gezien of gehoord, valt buiten deze controle. Ik vraag u niet te gissen naar personen.',
} as const

function lost(fate: GivenUp['fate'], names: string): string {
  switch (fate) {
    case 'merged':
      return `Bij de uitsplitsing naar ${names} zijn groepen samengenomen`
    case 'left-out':
      return `Er is geen uitsplitsing naar ${names}`
    case 'hidden':
      return `Bij de uitsplitsing naar ${names} staan niet alle cijfers er`
  }
}

function because(fate: GivenUp['fate'], reason: GivenUp['reason']): string {
  switch (reason) {
    case 'too-few-melders':
      return ': daarvoor is het aantal melders te klein.'
    case 'too-large-to-prove':
      return ': dat was niet volledig te controleren.'
    case 'earlier-figures':
      return ': samen met eerdere cijfers zou er te veel uit af te leiden zijn.'
    case 'categories-too-small':
      if (fate === 'merged') return ': apart zijn ze te klein.'
      if (fate === 'left-out') return ': er zouden te kleine groepen in staan.'
      return ': sommige groepen zijn te klein, en andere cijfers zouden die verraden.'
  }
}
