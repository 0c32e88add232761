import { CalendarDate } from '#shared/calendar/calendar-date.ts'
import { KvkNumber } from '#shared/organisations/kvk-number.ts'
import { compactIban, groupedIban, isIban } from '#shared/practice/iban.ts'
import { MOST_NUMBERED_ELSEWHERE, type Practice, type VatRegime } from '#shared/practice/practice.ts'
import { type SettingsFieldError } from '../../locale/settings.ts'
import { type Reading } from '../../ui/form/fields-schema.ts'

/** What stands in the fields of the settings, as typed. */
export type PracticeFields = {
  advisorName: string
  businessName: string
  street: string
  postcode: string
  city: string
  email: string
  phone: string
  kvkNumber: string
  vatId: string
  iban: string
  vatRegime: VatRegime
  smallBusinessSentence: string
  prices: 'including' | 'excluding'
  paymentDays: number | null
  /** The year that the number is of: this one. */
  numberYear: number
  lastNumberElsewhere: number | null
  certificate: string
  certifiedUntil: string | null
  reachability: string
  idleMinutes: number | null
}

/** The practice as typed; a number from elsewhere of another year than `year` is of no use any more. */
export function practiceFields(practice: Practice, year: number): PracticeFields {
  const { numberedElsewhere } = practice
  return {
    advisorName: practice.advisorName,
    businessName: practice.businessName,
    street: practice.address.street,
    postcode: practice.address.postcode,
    city: practice.address.city,
    email: practice.email,
    phone: practice.phone,
    kvkNumber: practice.kvkNumber ?? '',
    vatId: practice.vatId,
    iban: groupedIban(practice.iban),
    vatRegime: practice.vatRegime,
    smallBusinessSentence: practice.smallBusinessSentence,
    prices: practice.pricesIncludeVat ? 'including' : 'excluding',
    paymentDays: practice.paymentDays,
    numberYear: year,
    lastNumberElsewhere: numberedElsewhere?.year === year ? numberedElsewhere.last : null,
    certificate: practice.certificate,
    certifiedUntil: practice.certifiedUntil,
    reachability: practice.reachability,
    idleMinutes: practice.idleMinutes,
  }
}

const LINES = [
  'advisorName',
  'businessName',
  'street',
  'postcode',
  'city',
  'email',
  'phone',
  'vatId',
  'smallBusinessSentence',
  'certificate',
] as const

function isWithin(value: number | null, lowest: number, highest: number): boolean {
  return value !== null && Number.isInteger(value) && value >= lowest && value <= highest
}

/** Reads the fields. Everything may stay empty: an invoice says what it misses when it is made. */
export function readPractice(
  fields: PracticeFields,
): Reading<Practice, keyof PracticeFields, SettingsFieldError> {
  const errors: Partial<Record<keyof PracticeFields, SettingsFieldError>> = {}
  for (const field of LINES) if (fields[field].trim().length > 200) errors[field] = 'too-long'
  const kvkNumber = fields.kvkNumber.replace(/[\s.]/g, '')
  if (kvkNumber !== '' && !KvkNumber.safeParse(kvkNumber).success) errors.kvkNumber = 'kvk-number'
  const iban = compactIban(fields.iban)
  if (iban !== '' && !isIban(iban)) errors.iban = 'iban'
  if (fields.reachability.length > 2000) errors.reachability = 'text-too-long'
  const certifiedUntil = CalendarDate.safeParse(fields.certifiedUntil)
  if (certifiedUntil.success && certifiedUntil.data < '2000-01-01') errors.certifiedUntil = 'date-too-old'
  const { paymentDays, idleMinutes, lastNumberElsewhere: last } = fields
  if (!isWithin(paymentDays, 0, 120)) errors.paymentDays = 'payment-days'
  if (!isWithin(idleMinutes, 1, 60)) errors.idleMinutes = 'idle-minutes'
  if (last !== null && !isWithin(last, 1, MOST_NUMBERED_ELSEWHERE)) errors.lastNumberElsewhere = 'last-number'
  if (Object.keys(errors).length > 0 || paymentDays === null || idleMinutes === null) return { errors }
  return {
    details: {
      advisorName: fields.advisorName.trim(),
      businessName: fields.businessName.trim(),
      address: { street: fields.street.trim(), postcode: fields.postcode.trim(), city: fields.city.trim() },
      kvkNumber: kvkNumber === '' ? null : kvkNumber,
      vatId: fields.vatId.trim(),
      iban,
      email: fields.email.trim(),
      phone: fields.phone.trim(),
      vatRegime: fields.vatRegime,
      smallBusinessSentence: fields.smallBusinessSentence.trim(),
      pricesIncludeVat: fields.prices === 'including',
      paymentDays,
      certificate: fields.certificate.trim(),
      certifiedUntil: certifiedUntil.success ? certifiedUntil.data : null,
      reachability: fields.reachability,
      idleMinutes,
      numberedElsewhere: last === null ? null : { year: fields.numberYear, last },
    },
  }
}
