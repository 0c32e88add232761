import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type Id } from '#shared/kernel/id.ts'
import { type Location, type LocationDetails, type LocationType } from '#shared/organisations/location.ts'
import { LrkNumber, passesLrkCheck } from '#shared/organisations/lrk-number.ts'
import { dayError, dayOf, errorsOf, lineError, nameError, type Read } from './field-errors.ts'

/** What stands in the fields of one location, as typed. */
export type LocationFields = {
  name: string
  lrkNumber: string
  type: LocationType
  street: string
  postcode: string
  city: string
  costCentre: string
  joinedOn: string | null
  leftOn: string | null
}

/** Fields of an existing location, or empty ones that join when the contract does. */
export function locationFields(location: Location | null, joinedOn: CalendarDate | null): LocationFields {
  return {
    name: location?.name ?? '',
    lrkNumber: location?.lrkNumber ?? '',
    type: location?.type ?? 'KDV',
    street: location?.address.street ?? '',
    postcode: location?.address.postcode ?? '',
    city: location?.address.city ?? '',
    costCentre: location?.costCentre ?? '',
    joinedOn: location?.joinedOn ?? joinedOn,
    leftOn: location?.leftOn ?? null,
  }
}

function bareNumber(text: string): string {
  return text.replace(/[\s.]/g, '')
}

/** True for nine digits that fail the elfproef: worth a second look, never a reason to refuse. */
export function worthASecondLook(lrkNumber: string): boolean {
  const bare = bareNumber(lrkNumber)
  return /^\d{9}$/.test(bare) && !passesLrkCheck(bare)
}

/** Reads the fields of a location of `organisationId`. */
export function readLocation(
  fields: LocationFields,
  organisationId: Id,
): Read<LocationDetails, keyof LocationFields> {
  const lrkNumber = LrkNumber.safeParse(bareNumber(fields.lrkNumber))
  const joinedOn = dayOf(fields.joinedOn)
  const reversed = fields.joinedOn !== null && fields.leftOn !== null && fields.leftOn < fields.joinedOn
  const errors = errorsOf<keyof LocationFields>({
    name: nameError(fields.name),
    lrkNumber: lrkNumber.success ? null : 'lrk-number',
    type: null,
    street: lineError(fields.street),
    postcode: lineError(fields.postcode),
    city: lineError(fields.city),
    costCentre: lineError(fields.costCentre),
    joinedOn: dayError(fields.joinedOn, 'joined-missing'),
    leftOn: reversed ? 'left-before-joined' : dayError(fields.leftOn, null),
  })
  if (errors !== null || !lrkNumber.success || joinedOn === null) return { errors: errors ?? {} }
  return {
    details: {
      organisationId,
      name: fields.name.trim(),
      lrkNumber: lrkNumber.data,
      type: fields.type,
      address: { street: fields.street.trim(), postcode: fields.postcode.trim(), city: fields.city.trim() },
      costCentre: fields.costCentre.trim(),
      joinedOn,
      leftOn: dayOf(fields.leftOn),
    },
  }
}
