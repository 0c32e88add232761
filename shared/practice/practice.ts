import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Year } from '../calendar/period.ts'
import { Line, Note } from '../kernel/text.ts'
import { KvkNumber } from '../organisations/kvk-number.ts'
import { NO_ADDRESS, PostalAddress } from '../organisations/postal-address.ts'

/** Ordinary VAT, or the small business scheme (kleineondernemersregeling, art. 25 Wet OB). */
export const VatRegime = z.enum(['standard', 'small-business'])
export type VatRegime = z.infer<typeof VatRegime>

/** Leaves room for those to come: a number has four digits. */
export const MOST_NUMBERED_ELSEWHERE = 9000

/** The advisor's own practice: what stands on documents and how the application behaves. */
export const Practice = z.strictObject({
  advisorName: Line,
  businessName: Line,
  address: PostalAddress,
  kvkNumber: KvkNumber.nullable(),
  vatId: Line,
  iban: Line,
  email: Line,
  phone: Line,
  vatRegime: VatRegime,
  /** Sentence that an invoice under the small business scheme carries; empty means the built-in one. */
  smallBusinessSentence: Line,
  /** Whether agreed prices hold VAT already. */
  pricesIncludeVat: z.boolean(),
  paymentDays: z.number().int().min(0).max(120),
  certificate: Line,
  certifiedUntil: CalendarDate.nullable(),
  /** How the advisor could be reached; stands in every report. */
  reachability: Note.max(2000),
  idleMinutes: z.number().int().min(1).max(60),
  /** The last invoice of a year that was numbered before Luwte numbered them: the first one here follows on it. */
  numberedElsewhere: z
    .strictObject({ year: Year, last: z.number().int().min(1).max(MOST_NUMBERED_ELSEWHERE) })
    .nullable(),
})
export type Practice = z.infer<typeof Practice>

/** A practice of which nothing is known yet. */
export const NEW_PRACTICE: Practice = {
  advisorName: '',
  businessName: '',
  address: NO_ADDRESS,
  kvkNumber: null,
  vatId: '',
  iban: '',
  email: '',
  phone: '',
  vatRegime: 'standard',
  smallBusinessSentence: '',
  pricesIncludeVat: false,
  paymentDays: 30,
  certificate: '',
  certifiedUntil: null,
  reachability: '',
  idleMinutes: 5,
  numberedElsewhere: null,
}
