import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Id } from '../kernel/id.ts'
import { FilledLine, Line } from '../kernel/text.ts'
import { LrkNumber } from './lrk-number.ts'
import { PostalAddress } from './postal-address.ts'

/** Kinds of provision in the register; PSZ of old files became KDV. */
export const LOCATION_TYPES = ['KDV', 'BSO', 'GOB', 'VGO'] as const
export const LocationType = z.enum(LOCATION_TYPES)
export type LocationType = z.infer<typeof LocationType>

/** What is typed or taken over about one opvangvoorziening: one LRK number. */
export const LocationDetails = z
  .strictObject({
    organisationId: Id,
    name: FilledLine,
    lrkNumber: LrkNumber,
    type: LocationType,
    address: PostalAddress,
    costCentre: Line,
    /** Under contract from this day. */
    joinedOn: CalendarDate,
    /** Last day under contract, if it left. */
    leftOn: CalendarDate.nullable(),
  })
  .refine((location) => location.leftOn === null || location.joinedOn <= location.leftOn, {
    message: 'period-reversed',
    path: ['leftOn'],
  })
export type LocationDetails = z.infer<typeof LocationDetails>

export const Location = LocationDetails.safeExtend({ id: Id })
export type Location = z.infer<typeof Location>
