import type { CopyOutOfReach, Destruction } from '#shared/casework/destruction.ts'
import { longDate } from './dates.ts'
import type { CalendarDate } from '#shared/calendar/calendar-date.ts'

/** The day of an instant in the Netherlands, so that a document says the same wherever it is made. */
const day = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Amsterdam',
})

/** `12 maart 2026`. */
export function dayOf(instant: string): string {
  return day.format(new Date(instant))
}

const openVault = [
  'Open Luwte. Op een andere computer kies je daar eerst “Zet een back-up terug”; de sleutel opent ook de back-up.',
  'Kies: “Ik ben mijn wachtzin kwijt: gebruik de herstelsleutel”.',
  'Typ de elf groepen over. Streepjes, spaties en hoofdletters maken niet uit. De QR-code bevat dezelfde tekens, voor een scanner die als toetsenbord werkt.',
]

/** By what a key on paper is found in the list of keys. */
export function keyMarkWords(mark: string): string {
  return `Kenmerk van deze sleutel: ${mark}. Onder dit kenmerk staat hij in Luwte bij Beveiliging. Staat het daar niet meer, dan is hij ingetrokken. Het kenmerk verraadt niets van de sleutel.`
}

/** The sheet on which the recovery key is kept. */
export const recoverySheetWords = {
  fileName: 'luwte-herstelblad',
  title: 'Herstelsleutel van Luwte',
  madeOn: (on: CalendarDate) => `Gemaakt op ${longDate(on)}`,
  lead: 'Met deze sleutel gaat je kluis open als je je wachtzin kwijt bent. Wie dit blad in handen heeft, kan dat ook. Bewaar het dus zoals je een paspoort bewaart.',
  key: 'De sleutel',
  keep: {
    title: 'Zo bewaar je dit blad',
    points: [
      'Thuis op een vaste, veilige plek. Niet bij de computer en niet bij de back-ups.',
      'Op papier. Bewaarde je het als bestand om het te printen, gooi dat bestand dan weg. Mail het niet en maak er geen foto van.',
    ],
  },
  use: {
    title: 'Zo gebruik je dit blad',
    steps: [...openVault, 'Kies daarna bij Beveiliging een nieuwe wachtzin.'],
  },
  lost: {
    title: 'Kwijt, of gezien door een ander?',
    body: 'Maak bij Beveiliging een nieuwe herstelsleutel en trek deze in. Back-ups van voor die dag gaan nog wel met deze sleutel open.',
  },
} as const

/** The envelope for who has to take over all of a sudden. */
export const envelopeWords = {
  fileName: 'luwte-noodenvelop',
  title: 'Noodenvelop',
  madeOn: (on: CalendarDate) => `Ingevuld op ${longDate(on)}`,
  lead: 'Deze envelop is voor het geval dat ik mijn werk als vertrouwenspersoon plotseling niet kan doen. Wat je hiermee opent is vertrouwelijk: lees niet meer dan nodig is, en bespreek het alleen met wie hieronder staat.',
  whom: 'Bel eerst',
  where: 'Waar de computer staat',
  what: 'Wat er moet gebeuren',
  open: 'Zo open je de kluis',
  steps: openVault,
  key: 'De sleutel van deze envelop',
  after:
    'Deze sleutel opent de kluis zonder wachtzin. Is de envelop geopend terwijl dat niet nodig was, dan trek ik de sleutel in en maak ik een nieuwe envelop.',
} as const

/** What can be proved of a destruction, and what cannot. */
export const certificateWords = {
  fileName: (reference: string) => `vernietiging-${reference}`,
  title: 'Verklaring van vernietiging',
  statusOn: (on: CalendarDate) => `Stand op ${longDate(on)}`,
  open: (count: number) =>
    count === 1
      ? 'Nog open: van één kopie buiten bereik is nog niet bevestigd dat zij weg is.'
      : `Nog open: van ${count} kopieën buiten bereik is nog niet bevestigd dat zij weg zijn.`,
  closed: 'Afgerond: van alle kopieën die Luwte kende is bevestigd dat zij weg of vervangen zijn.',
  facts: {
    reference: 'Kenmerk',
    what: 'Wat',
    reason: 'Reden',
    destroyedOn: 'Vernietigd op',
    records: 'Onderdelen',
    copiesRewritten: 'Back-ups vervangen',
    by: 'Door',
  },
  what: {
    case: 'De casus, met alle notities, stappen en namen',
    persons: 'De namen en contactgegevens bij de casus',
  } satisfies Record<Destruction['what'], string>,
  reason: {
    'term-ended': 'De bewaartermijn is voorbij',
    'on-request': 'Op verzoek van de melder',
  } satisfies Record<Destruction['reason'], string>,
  copies: {
    title: 'Kopieën die toen niet binnen bereik waren',
    none: 'Er waren geen kopieën buiten bereik.',
    target: 'Plek',
    fileName: 'Bestand',
    madeOn: 'Van',
    goneOn: 'Weg sinds',
    notYet: 'nog niet bevestigd',
    otherVault: 'Andere kluis op deze computer',
  },
  meaning: {
    title: 'Wat dit betekent',
    paragraphs: [
      'De gegevens stonden versleuteld. De sleutels waarmee zij leesbaar waren zijn vernietigd, en de back-ups binnen bereik zijn vervangen door back-ups zonder deze gegevens.',
      'Een kopie buiten bereik gaat nog open met de wachtzin of herstelsleutel van toen. Daarom blijft deze verklaring open tot elke kopie hierboven weg is. Meer dan dat kan niemand beloven.',
      'Een kopie die buiten Luwte om is gemaakt, kent Luwte niet en staat hier dus niet bij.',
      'Deze verklaring gaat over wat in Luwte stond. E-mail, telefoon, agenda en papier vallen daarbuiten.',
    ],
  },
} as const

/** Where a copy lies that still holds what was destroyed. */
export function placeOfCopy({ kind, target }: Pick<CopyOutOfReach, 'kind' | 'target'>): string {
  return kind === 'vault' ? certificateWords.copies.otherVault : target
}
