import type { ReportAudience, ReportPart } from '#shared/reports/report-audience.ts'
import type { STARTING_STEPS } from '#shared/reports/report-choices.ts'
import type { NoBreakdown } from '#shared/reports/no-breakdown.ts'
import type { WhatBecame } from '#shared/reports/recommendation.ts'
import type { TeamMember } from '#shared/reports/report-team.ts'
import type { StatedComplaints } from '#shared/reports/organisation-statement.ts'
import type { ReportTotal } from '#shared/statistics/presets.ts'
import type { GivenUp, ProtectedCrossTable, ProtectedTable } from '#shared/statistics/protected-report.ts'
import { wordsOf } from './report-words.ts'

type Step = (typeof STARTING_STEPS)[keyof typeof STARTING_STEPS][number]

export const periodChoiceText = {
  label: 'Periode',
  year: () => 'Het hele jaar',
  'first-half': () => 'Eerste halfjaar',
  'second-half': () => 'Tweede halfjaar',
  'two-years': (year: number) => `${year - 1} en ${year} samen`,
  'three-years': (year: number) => `${year - 2} tot en met ${year} samen`,
} as const

export const breakdownText = {
  title: 'Uitsplitsingen',
  explain:
    'Kies wat je wilt laten zien. Wat te fijn is om veilig te zijn, voegt Luwte samen of laat het weg. Rechts zie je meteen wat er overblijft.',
  from: (dimension: string) => `Fijnste indeling: ${dimension}`,
  steps: {
    'sub-subjects': 'deelonderwerpen',
    'main-subjects': 'hoofdonderwerpen',
    roles: 'elke rol',
    'inside-or-outside': 'binnen of buiten de organisatie',
    rungs: 'elke stap',
    'advice-or-further': 'advies of verder',
    outcomes: 'elke afloop',
    'closed-or-open': 'afgesloten of lopend',
    locations: 'elke locatie',
    places: 'plaatsen',
  } satisfies Record<Step, string>,
  crossTables: 'Kruistabellen',
  crossTablesHint: 'Alleen bij genoeg melders, en als ten minste de helft van de vakken zichtbaar blijft.',
  pair: (one: string, other: string) => `${one}, uitgesplitst naar ${other}`,
} as const

export const visibleText = {
  renewing: 'De cijfers worden opnieuw gemaakt en gecontroleerd…',
  total: (total: ReportTotal): string => {
    switch (total.shown) {
      case 'exact':
        return `Totaal: ${total.value === 1 ? '1 melder' : `${total.value} melders`}`
      case 'band':
        return `Totaal: ${total.from} tot ${total.to} melders`
      case 'below':
        return `Totaal: minder dan ${total.below} melders, of geen`
    }
  },
  table: ({ dimension, rows }: ProtectedTable): string => {
    const hidden = rows.filter(({ value }) => value === 'hidden').length
    const merged = rows.some(({ categories }) => categories.length > 1) ? ', deels samengevoegd' : ''
    return `${wordsOf(dimension).heading}: ${rows.length === 1 ? '1 regel' : `${rows.length} regels`}${merged}${hidden > 0 ? `, waarvan ${hidden} niet getoond` : ''}`
  },
  crossTable: ({ dimensions: [one, other], values }: ProtectedCrossTable): string => {
    const cells = values.flat()
    const shown = cells.filter((value) => value !== 'hidden').length
    return `${breakdownText.pair(wordsOf(one).heading, wordsOf(other).inSentence)}: ${shown} van ${cells.length} vakken zichtbaar`
  },
  noBreakdown: {
    nobody: 'Geen uitsplitsing: er kwam niemand.',
    few: 'Geen uitsplitsing: daarvoor kwamen te weinig mensen.',
    'few-in-a-range': 'Geen uitsplitsing: het aantal is klein en wordt niet precies genoemd.',
    'number-not-said':
      'Geen uitsplitsing: die zou het precieze aantal verraden, en dat kan niet worden genoemd.',
    'not-asked': 'Geen uitsplitsing: je koos er geen.',
  } satisfies Record<NoBreakdown, string>,
  leftOut: ({ dimension, crossedWith, reason }: GivenUp): string => {
    const name =
      crossedWith === undefined
        ? wordsOf(dimension).heading
        : breakdownText.pair(wordsOf(dimension).heading, wordsOf(crossedWith).inSentence)
    return `${name}: niet getoond, ${whyLeftOut[reason]}`
  },
} as const

const whyLeftOut: Record<GivenUp['reason'], string> = {
  'too-few-melders': 'er zijn te weinig melders',
  'categories-too-small': 'de groepen zijn te klein',
  'earlier-figures': 'met eerder gegeven cijfers zou het te herleiden zijn',
  'too-large-to-prove': 'het is te groot om te bewijzen dat het veilig is',
}

export const writingText = {
  owner: 'Wie pakt het op?',
  ownerHint: 'Een functie, bijvoorbeeld: HR.',
  followUps: 'Wat er van de vorige aanbevelingen is geworden',
  became: 'Stand',
  becameWords: {
    done: 'gedaan',
    'under-way': 'loopt',
    'not-taken-up': 'niet opgepakt',
    lapsed: 'niet meer nodig',
    unknown: 'nog niet bekend',
  } satisfies Record<WhatBecame, string>,
  remark: 'Toelichting',
} as const

export const teamText = {
  title: 'Het team van vertrouwenspersonen',
  explain:
    'Iedereen bij wie medewerkers en ouders terecht konden. Jezelf hoef je niet op te schrijven: jouw gegevens komen uit de instellingen.',
  member: (number: number) => `Vertrouwenspersoon ${number}`,
  name: 'Naam',
  position: 'Intern of extern',
  positions: { internal: 'intern', external: 'extern' } satisfies Record<TeamMember['position'], string>,
  forWhom: 'Voor wie',
  certificate: 'Certificering',
  certifiedUntil: 'Gecertificeerd tot en met',
  from: 'Begonnen op',
  until: 'Gestopt op',
  remark: 'Toelichting',
  add: 'Voeg een vertrouwenspersoon toe',
  remove: (number: number) => `Verwijder vertrouwenspersoon ${number}`,
} as const

export const statementText = {
  title: 'Bijlage: opgave van de organisatie zelf',
  explain:
    'Klachten en geschillen die de organisatie zelf opgeeft. Ze staan apart in een bijlage, met de bron en de datum: jij staat er niet voor in.',
  complaints: 'Klachten',
  disputes: 'Geschillen per locatie',
  addComplaints: 'Neem een opgave van klachten op',
  addDisputes: 'Neem een opgave van geschillen op',
  removeComplaints: 'Laat de opgave van klachten weg',
  removeDisputes: 'Laat de opgave van geschillen weg',
  source: 'Bron',
  defaultSource: (organisation: string) => `Opgave van ${organisation}`,
  statedOn: 'Datum van de opgave',
  sourceMissing: 'Vul de bron in. Tot dan wordt niet bewaard wat je hier verandert.',
  lineMissing: 'Vul dit in. Tot dan telt deze regel niet mee en wordt hij niet bewaard.',
  stage: 'Hoe behandeld',
  stages: {
    informal: 'informeel afgehandeld',
    escalated: 'als klacht behandeld',
  } satisfies Record<StatedComplaints['stage'], string>,
  kind: 'Soort',
  cause: 'Oorzaak',
  count: 'Aantal',
  addComplaint: 'Voeg een soort klacht toe',
  complaint: (number: number) => `Soort klacht ${number}`,
  location: (number: number) => `Locatie ${number}`,
  locationName: 'Locatie',
  lrkNumber: 'LRK-nummer',
  place: 'Plaats',
  disputeCount: 'Geschillen',
  addLocation: 'Voeg een locatie toe',
  allLocations: 'Neem alle locaties over, zonder geschillen',
  remark: 'Toelichting',
  removeLine: (line: string) => `Verwijder ${line.toLowerCase()}`,
} as const

export const factCheckText = {
  title: 'Controle van de feiten',
  explain:
    'Stuur eerst het concept zonder cijfers. De organisatie kijkt of de feiten kloppen; daarna stel je de rapportage vast.',
  sentOn: 'Concept verstuurd op',
  checkedOn: 'Antwoord gekregen op',
  checkedBy: 'Nagekeken door',
} as const

export const versionText = {
  title: 'Versies voor anderen',
  explain:
    'Elke versie heeft dezelfde cijfers. Hier kies je welke teksten een versie niet krijgt. Na het vaststellen maak je de versies.',
  audiences: {
    board: 'Directie en HR',
    'works-council': 'Ondernemingsraad',
    'parent-committee': 'Oudercommissie',
    'supervisory-board': 'Raad van Toezicht',
  } satisfies Record<ReportAudience, string>,
  leaveOut: (audience: string) => `${audience}: laat weg`,
  parts: {
    signals: 'de signalen',
    recommendations: 'de adviezen',
    'follow-ups': 'de opvolging van eerdere adviezen',
    'looking-back': 'de terugblik',
    'work-plan': 'de plannen voor het nieuwe jaar',
    team: 'de andere vertrouwenspersonen',
    statement: 'de bijlage met de eigen opgave',
  } satisfies Record<ReportPart, string>,
  handOver: 'Maak een versie voor een ander',
  audience: 'Versie voor',
  recipient: 'Wie krijgt deze versie?',
  recipientMissing: 'Vul in wie deze versie krijgt.',
  make: 'Maak deze versie',
  making: 'De versie wordt gemaakt…',
  shown: (audience: string) => `Je ziet nu de versie voor: ${audience}.`,
} as const

export const fallShortText = {
  title: 'Er zijn eerder kleine aantallen uitgegeven',
  explain:
    'Die zijn niet terug te halen. Luwte gaat ervan uit dat iedereen ze kent, en beschermt al het andere.',
} as const
