import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Half, Period, Year } from '../calendar/period.ts'
import { Cents } from '../kernel/cents.ts'
import { Id } from '../kernel/id.ts'
import { Line } from '../kernel/text.ts'
import { LocationType } from '../organisations/location.ts'
import { LrkNumber } from '../organisations/lrk-number.ts'
import { PostalAddress } from '../organisations/postal-address.ts'
import { VatRegime } from '../practice/practice.ts'

/** The yearly fee for one LRK number, pro rata by days. */
export const LocationLine = z.strictObject({
  kind: z.literal('location'),
  /** Which location it was, whatever becomes of its number; none on lines from before lines knew it. Never printed. */
  locationId: Id.nullable(),
  lrkNumber: LrkNumber,
  name: Line,
  type: LocationType,
  costCentre: Line,
  period: Period,
  /** Days of the period and days of the whole year: the share that is charged. */
  days: z.number().int().min(1),
  daysInYear: z.number().int().min(365).max(366),
  unitCents: Cents,
  amountCents: Cents,
})
export type LocationLine = z.infer<typeof LocationLine>

/** `everything` merges consults with meetings and preparation. */
export const TimeCovered = z.enum(['everything', 'consults'])
export type TimeCovered = z.infer<typeof TimeCovered>

/** Hours bought beforehand for the year. */
export const BundleLine = z.strictObject({
  kind: z.literal('bundle'),
  period: Period,
  minutes: z.number().int().min(1),
  hourlyRateCents: Cents,
  amountCents: Cents,
})
export type BundleLine = z.infer<typeof BundleLine>

/**
 * All hours of a half-year: consults and meetings in one, or consults alone where that was agreed. Late is what was
 * written down after those of its half-year had been invoiced.
 */
export const HoursLine = z.strictObject({
  kind: z.literal('hours'),
  covers: TimeCovered,
  isLate: z.boolean(),
  year: Year,
  half: Half,
  minutes: z.number().int().min(1),
  hourlyRateCents: Cents,
  amountCents: Cents,
})
export type HoursLine = z.infer<typeof HoursLine>

export const InvoiceLine = z.discriminatedUnion('kind', [LocationLine, BundleLine, HoursLine])
export type InvoiceLine = z.infer<typeof InvoiceLine>

/** Who sends the invoice, as she was called on that day. */
export const Seller = z.strictObject({
  name: Line,
  address: PostalAddress,
  kvkNumber: Line,
  vatId: Line,
  iban: Line,
  email: Line,
  phone: Line,
})
export type Seller = z.infer<typeof Seller>

export const Buyer = z.strictObject({
  name: Line,
  address: PostalAddress,
  kvkNumber: Line,
  vatId: Line,
  attention: Line,
  purchaseReference: Line,
})
export type Buyer = z.infer<typeof Buyer>

export const InvoiceKind = z.enum(['yearly', 'hours', 'credit'])
export type InvoiceKind = z.infer<typeof InvoiceKind>

/**
 * An invoice as it will be issued. Fields of art. 35a Wet OB: both names and addresses, VAT id, date of issue,
 * number, nature and extent, date of supply, amount without VAT, rate, VAT.
 */
export const InvoiceDraft = z.strictObject({
  kind: InvoiceKind,
  organisationId: Id,
  seller: Seller,
  buyer: Buyer,
  supplyPeriod: Period,
  lines: z.array(InvoiceLine).min(1),
  vatRegime: VatRegime,
  vatPercent: z.number().int(),
  smallBusinessSentence: Line,
  netCents: Cents,
  vatCents: Cents,
  grossCents: Cents,
})
export type InvoiceDraft = z.infer<typeof InvoiceDraft>

/** An issued invoice: never changed; a credit note refers to it. Its amounts add up, or it is none. */
export const Invoice = InvoiceDraft.extend({
  id: Id,
  number: z.string().regex(/^\d{4}-\d{4}$/),
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
  /** On a credit note: the invoice that it takes back. */
  creditOf: z.strictObject({ id: Id, number: z.string(), issuedOn: CalendarDate }).nullable(),
})
  .refine(({ netCents, vatCents, grossCents }) => netCents + vatCents === grossCents, {
    message: 'does-not-add-up',
    path: ['grossCents'],
  })
  .refine(({ lines, netCents }) => lines.reduce((sum, line) => sum + line.amountCents, 0) === netCents, {
    message: 'does-not-add-up',
    path: ['netCents'],
  })
  .refine(({ kind, creditOf }) => (kind === 'credit') === (creditOf !== null), {
    message: 'credit-refers-to-nothing',
    path: ['creditOf'],
  })
export type Invoice = z.infer<typeof Invoice>
