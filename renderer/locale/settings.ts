import { type VatRegime } from '#shared/practice/practice.ts'

export const settingsText = {
  title: 'Instellingen',
  intro: 'Deze gegevens staan op je facturen en rapportages. Ze blijven op deze computer.',
  legends: {
    practice: 'Jij en je praktijk',
    invoices: 'Facturen',
    reports: 'Rapportages',
    lock: 'Vergrendelen',
  },
  fields: {
    advisorName: 'Je naam',
    businessName: 'Naam van je praktijk',
    street: 'Straat en huisnummer',
    postcode: 'Postcode',
    city: 'Plaats',
    email: 'E-mail',
    phone: 'Telefoon',
    kvkNumber: 'KvK-nummer',
    vatId: 'Btw-id',
    iban: 'IBAN',
    vatRegime: 'Btw',
    smallBusinessSentence: 'Zin op de factuur',
    pricesIncludeVat: 'Je prijzen zijn',
    paymentDays: 'Betaaltermijn in dagen',
    lastNumberElsewhere: 'Laatste factuurnummer dat je dit jaar al gebruikte',
    certificate: 'Certificaat of registratie',
    certifiedUntil: 'Geldig tot en met',
    reachability: 'Hoe en wanneer je bereikbaar bent',
    idleMinutes: 'Vergrendel na zoveel minuten zonder gebruik',
  },
  hints: {
    businessName: 'Staat als afzender op de factuur. Laat leeg als je onder je eigen naam werkt.',
    kvkNumber: 'Acht cijfers.',
    vatId: 'Bijvoorbeeld NL001234567B01.',
    iban: 'De rekening waarop organisaties betalen.',
    smallBusinessSentence: 'Laat leeg voor de gewone zin.',
    lastNumberElsewhere: (year: number, last: number | null): string =>
      last !== null && last > 0
        ? `De eerste factuur die je met Luwte maakt, krijgt nummer ${year}-${String(last + 1).padStart(4, '0')}. Daarna ligt de nummering van dit jaar vast.`
        : 'Alleen als je dit jaar al facturen maakte zonder Luwte. Vul het volgnummer in, zoals 14. Laat het anders leeg.',
    certificate: 'Bijvoorbeeld de naam van de opleiding en je nummer in het register.',
    reachability:
      'Staat in elke jaarrapportage, zoals: op werkdagen van 9 tot 17 uur, per telefoon en e-mail.',
    idleMinutes: 'Tussen 1 en 60 minuten. Luwte vergrendelt ook als de computer slaapt.',
  },
  numbersBegun: (year: number): string =>
    `Er zijn al facturen van ${year} gemaakt; hun nummers lopen vanzelf door.`,
  vatRegime: {
    standard: 'Gewone btw van 21%',
    'small-business': 'Kleineondernemersregeling (KOR): geen btw',
  } satisfies Record<VatRegime, string>,
  /** Stands on an invoice under the small business scheme when the advisor wrote no sentence of her own. */
  defaultSmallBusinessSentence:
    'Vrijgesteld van btw op grond van de kleineondernemersregeling (artikel 25 Wet OB 1968).',
  prices: { excluding: 'zonder btw', including: 'met btw' },
  save: 'Bewaar instellingen',
  saved: 'Je instellingen zijn bewaard.',
} as const

/** Why a setting cannot be kept as it stands. */
export const settingsFieldErrors = {
  'too-long': 'Dit is te lang; houd het op 200 tekens.',
  'text-too-long': 'Dit is te lang; houd het op 2000 tekens.',
  'kvk-number': 'Een KvK-nummer heeft acht cijfers.',
  iban: 'Dit IBAN klopt niet. Kijk of er een teken is verwisseld of weggevallen.',
  'payment-days': 'Vul een aantal dagen in van 0 tot 120.',
  'last-number': 'Vul alleen het volgnummer in, van 1 tot en met 9000, zonder het jaartal.',
  'idle-minutes': 'Vul een aantal minuten in van 1 tot 60.',
  'date-too-old': 'Deze datum ligt vóór het jaar 2000. Kijk of het jaartal klopt.',
} as const
export type SettingsFieldError = keyof typeof settingsFieldErrors
