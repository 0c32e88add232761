import type { CalendarDate } from '#shared/calendar/calendar-date.ts'
import type { Half, Period } from '#shared/calendar/period.ts'
import type { HoursLine, Invoice } from '#shared/invoicing/invoice.ts'
import { groupedIban } from '#shared/practice/iban.ts'
import { longDate, shortDate } from './dates.ts'
import { euros } from './euros.ts'
import { settingsText } from './settings.ts'

const hours = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })

/** `7,25`; a time that has no two decimals is written out, so that nobody has to recompute a rounded factor. */
export function hourCount(minutes: number): string {
  if (minutes % 3 === 0) return hours.format(minutes / 60)
  return `${Math.floor(minutes / 60)} u ${minutes % 60} min`
}

/** `1 januari 2026 t/m 31 december 2026`. */
export function longPeriod(period: Period): string {
  return `${longDate(period.from)} t/m ${longDate(period.to)}`
}

/** `01-01 t/m 31-12-2026`; with both years when they differ. */
export function linePeriod({ from, to }: Period): string {
  const start = from.slice(0, 4) === to.slice(0, 4) ? shortDate(from).slice(0, 5) : shortDate(from)
  return `${start} t/m ${shortDate(to)}`
}

export const pageOf = (page: number, pages: number): string => `Pagina ${page} van ${pages}`

const halfYear = (half: Half): string => (half === 1 ? 'eerste halfjaar' : 'tweede halfjaar')

/** Every sentence of an invoice. */
export const invoiceWords = {
  title: (kind: Invoice['kind']): string => (kind === 'credit' ? 'Creditfactuur' : 'Factuur'),
  fileTitle: (invoice: Invoice): string => `${invoiceWords.title(invoice.kind)} ${invoice.number}`,
  attention: (name: string): string => `t.a.v. ${name}`,
  kvk: 'KvK',
  vatId: 'Btw-id',
  iban: 'IBAN',
  facts: {
    number: (kind: Invoice['kind']): string => (kind === 'credit' ? 'Creditfactuurnummer' : 'Factuurnummer'),
    issuedOn: 'Factuurdatum',
    dueOn: 'Vervaldatum',
    supplyPeriod: 'Leverperiode',
    purchaseReference: 'Uw referentie',
    buyerKvk: 'Uw KvK-nummer',
    buyerVatId: 'Uw btw-id',
    creditOf: 'Betreft factuur',
  },
  original: (number: string, issuedOn: CalendarDate): string => `${number} van ${longDate(issuedOn)}`,
  subscription: (locations: number): string =>
    `Abonnement externe vertrouwenspersoon, ${locations === 1 ? '1 LRK-nummer' : `${locations} LRK-nummers`}`,
  columns: {
    lrkNumber: 'LRK-nummer',
    location: 'Locatie',
    type: 'Soort',
    costCentre: 'Kostenplaats',
    period: 'Periode',
    days: 'Dagen',
    yearPrice: 'Per jaar',
    description: 'Omschrijving',
    hours: 'Uren',
    hourlyRate: 'Uurtarief',
    amount: 'Bedrag',
  },
  dayShare: (days: number, daysInYear: number): string => `${days}/${daysInYear}`,
  bundle: (period: Period): string => `Urenbundel vertrouwenspersoon, ${longPeriod(period)}`,
  hoursOfHalf: ({ year, half, covers, isLate }: HoursLine): string =>
    `${covers === 'consults' ? 'Gesprekken' : 'Uren'} vertrouwenspersoon, ${halfYear(half)} ${year}${isLate ? ' (nagekomen)' : ''}`,
  net: 'Totaal zonder btw',
  vat: (percent: number, netCents: number): string => `Btw ${percent}% over ${euros(netCents)}`,
  gross: 'Te betalen',
  grossCredit: 'Te ontvangen of te verrekenen',
  smallBusiness: settingsText.defaultSmallBusinessSentence,
  pay: (invoice: Invoice): string =>
    `U kunt ${euros(invoice.grossCents)} uiterlijk op ${longDate(invoice.dueOn)} overmaken naar ` +
    `${spacedIban(invoice.seller.iban)} ten name van ${invoice.seller.name}, met vermelding van ` +
    `factuurnummer ${invoice.number}.`,
  credited: (number: string, issuedOn: CalendarDate): string =>
    `Deze creditfactuur neemt factuur ${number} van ${longDate(issuedOn)} helemaal terug. Hebt u die al betaald, ` +
    'dan krijgt u het bedrag terug of wordt het met een volgende factuur verrekend.',
} as const

/** `NL00 BANK 0123 4567 89`, with spaces at which no line breaks: a number in two pieces is copied wrong. */
export function spacedIban(iban: string): string {
  return groupedIban(iban).replaceAll(' ', '\u00a0')
}
