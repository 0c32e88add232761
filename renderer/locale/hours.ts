import { type ActivityKind } from '#shared/activities/activity.ts'

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}

export const hoursText = {
  title: 'Uren',
  titleOf: (year: number) => `Uren in ${year}`,
  goToYear: (year: number) => `Naar ${year}`,
  between: ' · ',
  add: 'Voeg activiteit toe',
  perOrganisation: {
    title: 'Per organisatie',
    intro:
      'Gesprekken, overleg en voorbereiding samen, zoals ze worden gefactureerd. Tijden staan in uren en minuten.',
    pastBundle: 'Van een jaar dat voorbij is telt alleen de bundel die er voor dat jaar is gefactureerd.',
    empty: (year: number) => `In ${year} zijn er nog geen uren voor een organisatie.`,
    tableLabel: 'Uren per organisatie',
    columns: {
      organisation: 'Organisatie',
      firstHalf: 'Jan t/m juni',
      secondHalf: 'Juli t/m dec',
      total: 'Samen',
      bundle: 'Bundel',
      left: 'Nog over',
    },
    noBundle: 'geen bundel',
    notApplicable: '–',
    overdrawn: (duration: string) => `${duration} te veel`,
    total: 'Alle organisaties',
    loading: 'De uren worden opgeteld…',
  },
  activities: {
    title: 'Activiteiten',
    empty: (year: number) =>
      `Je hebt in ${year} nog geen activiteiten vastgelegd. Voorlichting, overleg met HR en intervisie horen hier; gesprekken in een casus tellen vanzelf mee.`,
    tableLabel: 'Activiteiten',
    columns: {
      on: 'Datum',
      kind: 'Soort',
      description: 'Omschrijving',
      organisation: 'Organisatie',
      minutes: 'Duur',
      billable: 'Factuur',
      inReport: 'Rapport',
    },
    own: 'voor jezelf',
    unknown: 'verwijderde organisatie',
    yes: 'ja',
    no: 'nee',
    notBecauseOfCase: 'nee, door een casus',
    count: (count: number, duration: string) =>
      `${counted(count, 'activiteit', 'activiteiten')}, samen ${duration}`,
    searchLabel: 'Zoek in de activiteiten',
    noneFound: (query: string) => `Geen activiteit met “${query}”.`,
  },
} as const

export const activityText = {
  newTitle: 'Nieuwe activiteit',
  changeTitle: 'Activiteit wijzigen',
  intro: 'Schrijf hier op wat je naast je casussen doet. Noem geen namen van melders.',
  fields: {
    kind: 'Soort activiteit',
    on: 'Datum',
    duration: 'Duur',
    organisation: 'Voor wie',
    own: 'Voor mezelf (intervisie, scholing)',
    description: 'Omschrijving',
    withWhom: 'Met wie',
    reach: 'Aantal mensen dat je bereikte',
    billable: 'De organisatie betaalt deze uren',
    inReport: 'Zet in de jaarrapportage',
    becauseOfCase: 'Een casus was de aanleiding',
  },
  hints: {
    duration: 'Bijvoorbeeld 1:30, of 90 voor negentig minuten.',
    withWhom: 'Bijvoorbeeld HR, de GOR of de oudercommissie.',
    reach: 'Alleen als je het hebt geteld.',
    becauseOfCase:
      'Dan kunnen datum en onderwerp naar een melder wijzen. De uren tellen mee, maar de activiteit komt in geen enkele rapportage.',
  },
  chooseKind: 'Kies een soort',
  save: 'Bewaar activiteit',
  cancel: 'Annuleer',
  remove: 'Verwijder activiteit',
  removed: 'De activiteit is verwijderd.',
  undo: 'Zet terug',
  undoTooLate: 'Er is daarna iets anders veranderd. Met Ctrl + Z ga je stap voor stap terug.',
  back: 'Terug naar uren',
  gone: 'Deze activiteit is er niet meer. Misschien heb je haar verwijderd.',
} as const

export const activityKinds = {
  'information-session': 'Voorlichting',
  'consultation-hr': 'Overleg met HR of directie',
  'consultation-works-council': 'Overleg met OR of GOR',
  'consultation-parent-committee': 'Overleg met de oudercommissie',
  'consultation-company-doctor': 'Overleg met de bedrijfsarts',
  'annual-report-talk': 'Bespreking van de jaarrapportage',
  'policy-review': 'Toetsing van het personeelsbeleid',
  'introduction-of-trainees': 'Kennismaking met stagiairs',
  'advice-to-organisation': 'Advies aan de organisatie',
  publicity: 'Bekendheid en publicatie',
  preparation: 'Voorbereiding',
  'peer-review': 'Intervisie',
  training: 'Nascholing',
  other: 'Anders',
} satisfies Record<ActivityKind, string>

/** Why a field of an activity cannot be kept as it stands. */
export const activityFieldErrors = {
  'kind-missing': 'Kies een soort activiteit.',
  'whom-missing': 'Kies een organisatie, of “voor mezelf”.',
  'day-missing': 'Vul de datum in.',
  'date-in-future': 'Deze datum ligt in de toekomst. Leg de activiteit vast als ze is geweest.',
  'date-too-old': 'Deze datum ligt vóór het jaar 2000. Kijk of het jaartal klopt.',
  duration: 'Vul in hoe lang het duurde, bijvoorbeeld 1:30, of 90 voor negentig minuten.',
  'duration-nothing': 'Een activiteit duurt ten minste één minuut.',
  'duration-too-long': 'Een dag heeft 24 uur. Duurde het langer, leg dan elke dag apart vast.',
  'description-missing': 'Schrijf in een paar woorden op wat het was.',
  'too-long': 'Dit is te lang; houd het op 200 tekens.',
  reach: 'Vul een heel aantal mensen in, of laat het leeg.',
} as const
export type ActivityFieldError = keyof typeof activityFieldErrors
