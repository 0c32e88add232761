import { z } from 'zod'
import { Half, Year } from '../calendar/period.ts'
import { Id } from '../kernel/id.ts'
import { TimeCovered } from './invoice.ts'

/**
 * Time that an organisation pays for: all of a half-year in one number. There is no field in which a case, a
 * location, a role or a date could hide; it is the only form of time that an invoice line can be made from.
 */
export const BillableTime = z
  .strictObject({
    organisationId: Id,
    year: Year,
    half: Half,
    covers: TimeCovered,
    minutes: z.number().int().min(0),
  })
  .brand<'BillableTime'>()
export type BillableTime = z.infer<typeof BillableTime>

/**
 * Merges consults with meetings and preparation into one number of minutes.
 * `consultMinutes` and `otherMinutes` are totals of the same organisation and half-year.
 */
export function billableTime(
  organisationId: Id,
  year: number,
  half: Half,
  consultMinutes: number,
  otherMinutes: number,
): BillableTime {
  return BillableTime.parse({
    organisationId,
    year,
    half,
    covers: 'everything',
    minutes: consultMinutes + otherMinutes,
  })
}

/** Consults by themselves, where a contract bills nothing else: whoever reads the invoice learns that there were some. */
export function consultTime(
  organisationId: Id,
  year: number,
  half: Half,
  consultMinutes: number,
): BillableTime {
  return BillableTime.parse({ organisationId, year, half, covers: 'consults', minutes: consultMinutes })
}
