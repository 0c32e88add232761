import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type Half } from '#shared/calendar/period.ts'
import { type DoubtAboutDay } from '#shared/invoicing/doubt-about-day.ts'
import { type InvoiceKind } from '#shared/invoicing/invoice.ts'
import { longDate } from './dates.ts'

const asList = new Intl.ListFormat('nl-NL')

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`
}

export const invoicesText = {
  title: 'Facturen',
  yearlyRun: (year: number) => `Jaarfacturen ${year}`,
  hoursRun: 'Uren per half jaar',
  empty:
    'Je hebt nog geen facturen gemaakt. Begin met de jaarfacturen: Luwte zet ze klaar uit je contracten en locaties.',
  searchLabel: 'Zoek op nummer of organisatie',
  noneFound: (query: string) => `Geen factuur met “${query}” in het nummer of de naam.`,
  tableLabel: 'Facturen',
  columns: {
    number: 'Nummer',
    issuedOn: 'Datum',
    organisation: 'Organisatie',
    period: 'Periode',
    net: 'Zonder btw',
    vat: 'Btw',
    gross: 'Totaal',
    kind: 'Soort',
  },
  kinds: { yearly: 'jaarfactuur', hours: 'uren', credit: 'creditfactuur' } satisfies Record<
    InvoiceKind,
    string
  >,
  credited: 'gecrediteerd',
  total: 'Samen',
  shown: (count: number) => `${counted(count, 'factuur', 'facturen')}, bedragen in euro.`,
  back: 'Terug naar facturen',
} as const

export const runText = {
  yearlyTitle: (year: number) => `Jaarfacturen ${year}`,
  hoursTitle: (year: number, half: Half) =>
    `Uren over ${half === 1 ? 'de eerste helft' : 'de tweede helft'} van ${year}`,
  yearlyIntro:
    'Per organisatie één factuur: een regel voor elk LRK-nummer onder contract, naar rato van de dagen, en de bundel uren als die is afgesproken.',
  hoursIntro:
    'Per organisatie één regel voor alle uren van het half jaar samen. Niemand kan er een gesprek of een casus in terugzien. Uren die je pas opschreef nadat hun half jaar was gefactureerd, komen als nagekomen uren op een eigen regel.',
  between: ' · ',
  goToYear: (year: number) => `Naar ${year}`,
  goToHalf: (year: number, half: Half) => `Naar de ${half === 1 ? 'eerste' : 'tweede'} helft van ${year}`,
  preparing: 'De facturen worden klaargezet…',
  nothing: 'Er zijn nog geen organisaties om een factuur voor te maken.',
  toMend: 'Eerst nodig',
  toMendIntro: 'Voor deze organisaties kan nog geen factuur worden gemaakt.',
  ready: 'Klaar om te maken',
  noneReady: 'Er staat geen factuur klaar.',
  resting: (count: number) => `Bij ${counted(count, 'organisatie', 'organisaties')} hoeft niets`,
  issue: 'Maak factuur',
  issueFor: (organisation: string) => `Maak factuur voor ${organisation}`,
  issueAll: (count: number) => `Maak alle ${count} facturen`,
  issuing: (done: number, total: number) =>
    `Factuur ${Math.min(done + 1, total)} van ${total} wordt gemaakt…`,
  issued: (number: string, organisation: string) => `Factuur ${number} voor ${organisation} is gemaakt.`,
  issuedMany: (count: number) => `${counted(count, 'factuur is', 'facturen zijn')} gemaakt.`,
  failedMany: (count: number) =>
    `${counted(count, 'factuur is', 'facturen zijn')} niet gemaakt; je ziet hieronder waarom.`,
  failedOne: (organisation: string, why: string) => `${organisation}: ${why}`,
  issueAllExplain: (count: number, amount: string) =>
    `${count === 1 ? `Er komt één factuur van ${amount}` : `Er komen ${count} facturen van samen ${amount}`}, met de datum van vandaag. Een gemaakte factuur verandert niet meer.`,
  openInvoice: 'Bekijk de factuur',
  openInvoices: 'Bekijk de facturen',
  practiceLacks: (fields: readonly string[]) => `Nog nodig: ${asList.format(fields)}.`,
  tableLabel: 'Facturen die klaarstaan',
  columns: {
    organisation: 'Organisatie',
    lines: 'Regels',
    net: 'Zonder btw',
    gross: 'Totaal',
    act: 'Maken',
    why: 'Waarom',
    mend: 'Wat je kunt doen',
    look: 'Bekijken',
  },
  lineCount: (locations: number, bundle: boolean) =>
    bundle
      ? `${counted(locations, 'locatie', 'locaties')} en een bundel uren`
      : counted(locations, 'locatie', 'locaties'),
  hoursAmount: (duration: string) => `${duration} uur`,
  hoursAmountLate: (duration: string, late: string) =>
    duration === late ? `${late} uur, nagekomen` : `${duration} uur, waarvan ${late} nagekomen`,
  leftAfterInvoice: (count: number) =>
    `${counted(count, 'locatie is', 'locaties zijn')} vertrokken nadat het hele jaar was gefactureerd; misschien past een creditfactuur.`,
  lookAtLocations: 'Bekijk de locaties',
  final: 'Een gemaakte factuur verandert niet meer; een vergissing zet je recht met een creditfactuur.',
} as const

/** Asked when the clock of the computer is hard to believe. */
export const dayQuestion = {
  title: (today: CalendarDate) => `Is het vandaag ${longDate(today)}?`,
  why: {
    'clock-behind-last-invoice':
      'Er is al een factuur van een latere dag. Was die datum een vergissing, neem die factuur dan terug met een creditfactuur; daarna vraagt Luwte dit niet meer.',
    'clock-far-ahead': 'Volgens deze computer heb je meer dan twee jaar niets opgeschreven.',
  } satisfies Record<DoubtAboutDay, string>,
  final:
    'Nummer en datum van een factuur veranderen nooit meer. Klopt de datum niet, annuleer dan en zet eerst de klok van deze computer goed.',
  confirm: (today: CalendarDate) => `Ja, het is ${longDate(today)}`,
} as const

/** Why there is no invoice, and where to mend it. */
export const exceptionText = {
  'practice-incomplete': {
    why: 'Je eigen gegevens zijn nog niet compleet; zonder die gegevens is geen enkele factuur geldig.',
    mend: 'Vul je praktijkgegevens aan',
  },
  'organisation-incomplete': {
    why: 'Het adres is nog niet compleet.',
    mend: 'Vul het adres aan',
  },
  'engagement-missing': {
    why: 'Er is voor dit jaar geen contract.',
    mend: 'Leg het contract vast',
  },
  'no-locations': {
    why: 'Er zijn dit jaar geen locaties onder contract.',
    mend: 'Voeg locaties toe',
  },
  'already-invoiced': {
    why: 'De factuur over deze periode is al gemaakt.',
    mend: 'Bekijk de facturen',
  },
  'hours-come-from-bundle': {
    why: 'De uren komen uit de bundel en staan op de jaarfactuur.',
    mend: 'Bekijk het contract',
  },
  'half-year-not-over': {
    why: 'Dit half jaar is nog niet voorbij. De urenfactuur kan op de eerste dag daarna.',
    mend: 'Bekijk de uren',
  },
  'no-hours': {
    why: 'Er zijn in dit half jaar geen uren.',
    mend: 'Bekijk de uren',
  },
} as const
export type ExceptionSlug = keyof typeof exceptionText

/** What still has to be filled in before the advisor can send any invoice. */
export const practiceFieldNames: Readonly<Record<string, string>> = {
  businessName: 'je naam',
  address: 'je adres',
  kvkNumber: 'je KvK-nummer',
  vatId: 'je btw-id',
  iban: 'je IBAN',
}

export const invoiceText = {
  title: (number: string) => `Factuur ${number}`,
  creditTitle: (number: string) => `Creditfactuur ${number}`,
  facts: {
    to: 'Aan',
    issuedOn: 'Factuurdatum',
    dueOn: 'Te betalen uiterlijk',
    period: 'Periode',
    creditOf: 'Neemt terug',
    creditedBy: 'Teruggenomen met',
    reference: 'Kenmerk',
  },
  linesLabel: 'Factuurregels',
  columns: {
    description: 'Omschrijving',
    lrkNumber: 'LRK-nummer',
    costCentre: 'Kostenplaats',
    share: 'Deel van het jaar',
    unit: 'Prijs',
    amount: 'Bedrag',
  },
  bundleLine: (hours: string) => `Bundel van ${hours} uur`,
  hoursLine: (duration: string, year: number, half: Half, isLate: boolean) =>
    `Ondersteuning vertrouwenspersoon, ${half === 1 ? 'eerste' : 'tweede'} helft van ${year}${isLate ? ' (nagekomen)' : ''}: ${duration} uur`,
  days: (days: number, daysInYear: number) =>
    days === daysInYear ? 'heel jaar' : `${days} van ${daysInYear} dagen`,
  net: 'Zonder btw',
  vat: (percent: number) => `Btw ${percent}%`,
  gross: 'Totaal',
  savePdf: 'Bewaar als PDF',
  makingPdf: 'De PDF wordt gemaakt…',
  saved: (name: string) => `Bewaard als ${name}.`,
  notSaved: {
    cancelled: 'Er is niets bewaard.',
    'disk-full':
      'De PDF is niet bewaard: er is geen ruimte meer op de schijf. De factuur zelf staat veilig in Luwte.',
    'no-permission':
      'De PDF is niet bewaard: in die map mag Luwte niet schrijven. Kies een andere map. De factuur zelf staat veilig in Luwte.',
    'not-written':
      'De PDF is niet bewaard. De factuur zelf staat veilig in Luwte; probeer het nog eens of kies een andere map.',
    'not-made':
      'De PDF kon niet worden gemaakt. De factuur zelf staat veilig in Luwte; probeer het nog eens.',
  },
  credit: 'Maak creditfactuur',
  creditAsk: (number: string) => `Factuur ${number} terugnemen?`,
  creditExplain: (number: string, amount: string) =>
    `Er komt een creditfactuur die ${amount} van factuur ${number} helemaal terugneemt. Beide facturen blijven bestaan. Daarna kun je een nieuwe factuur maken.`,
  creditConfirm: 'Maak de creditfactuur',
  cancel: 'Annuleer',
  credited: (number: string) => `Creditfactuur ${number} is gemaakt.`,
  gone: 'Deze factuur is er niet.',
} as const
