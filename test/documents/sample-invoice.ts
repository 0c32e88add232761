import { Invoice, type InvoiceLine } from '#shared/invoicing/invoice.ts'

const organisationId = '00000000000000000000000001'
const invoiceId = '00000000000000000000000002'
const period = { from: '2026-01-01', to: '2026-12-31' }

type RawLine = Omit<InvoiceLine, never> | Record<string, unknown>

/** A location line; every third location joined halfway. */
export function locationLine(index: number, name = `Locatie Voorbeeld ${index + 1}`): RawLine {
  const late = index % 3 === 2
  const days = late ? 184 : 365
  return {
    kind: 'location',
    locationId: null,
    lrkNumber: String(100000000 + index * 1111),
    name,
    type: index % 2 === 0 ? 'KDV' : 'BSO',
    costCentre: `KP-${1000 + index}`,
    period: late ? { from: '2026-07-01', to: '2026-12-31' } : period,
    days,
    daysInYear: 365,
    unitCents: 14_900,
    amountCents: Math.round((14_900 * days) / 365),
  }
}

export const bundleLine: RawLine = {
  kind: 'bundle',
  period,
  minutes: 600,
  hourlyRateCents: 8_500,
  amountCents: 85_000,
}

/** An invoice of a fictional advisor to a fictional organisation, its totals the sum of its lines. */
export function sampleInvoice(lines: RawLine[], changes: Record<string, unknown> = {}): Invoice {
  const exempt = changes.vatRegime === 'small-business'
  const netCents = lines.reduce((sum, line) => sum + Number((line as { amountCents: number }).amountCents), 0)
  const vatCents = exempt ? 0 : Math.round(netCents * 0.21)
  return Invoice.parse({
    id: invoiceId,
    organisationId,
    kind: 'yearly',
    number: '2026-0007',
    issuedOn: '2026-01-12',
    dueOn: '2026-02-11',
    creditOf: null,
    seller: {
      name: 'Praktijk Proefpersoon A',
      address: { street: 'Voorbeeldstraat 1', postcode: '1000 AA', city: 'Fantasiestad' },
      kvkNumber: '12345678',
      vatId: 'NL000000000B00',
      iban: 'NL00BANK0123456789',
      email: 'post@praktijk.example',
      phone: '000 - 000 00 00',
    },
    buyer: {
      name: 'Kinderopvang Fantasia B.V.',
      address: { street: 'Denkbeeldigweg 12', postcode: '2000 BB', city: 'Verzonnendorp' },
      kvkNumber: '87654321',
      vatId: 'NL111111111B11',
      attention: 'Proefpersoon B',
      purchaseReference: 'PO-2026-314',
    },
    supplyPeriod: period,
    lines,
    vatRegime: 'standard',
    vatPercent: exempt ? 0 : 21,
    smallBusinessSentence: '',
    netCents,
    vatCents,
    grossCents: netCents + vatCents,
    ...changes,
  })
}

/** The hours of a half-year. */
export function hoursInvoice(): Invoice {
  return sampleInvoice(
    [
      {
        kind: 'hours',
        covers: 'everything',
        isLate: false,
        year: 2026,
        half: 1,
        minutes: 435,
        hourlyRateCents: 8_500,
        amountCents: 61_625,
      },
    ],
    {
      kind: 'hours',
      supplyPeriod: { from: '2026-01-01', to: '2026-06-30' },
      issuedOn: '2026-07-06',
      dueOn: '2026-08-05',
    },
  )
}
