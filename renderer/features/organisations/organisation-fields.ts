import { type Id } from '#shared/kernel/id.ts'
import { KvkNumber } from '#shared/organisations/kvk-number.ts'
import {
  type Group,
  type Organisation,
  type OrganisationDetails,
} from '#shared/organisations/organisation.ts'
import { errorsOf, lineError, nameError, type Read } from './field-errors.ts'

/** What stands in the fields of one organisation, as typed. */
export type OrganisationFields = {
  name: string
  /** The id of an existing group, `new` while one is being named, or `none`. */
  group: string
  /** What the chosen group is called, or will be. */
  groupName: string
  kvkNumber: string
  vatId: string
  street: string
  postcode: string
  city: string
  contactName: string
  contactEmail: string
  invoiceEmail: string
  purchaseReference: string
}

/** The fields of an organisation and its group, or empty ones. */
export function organisationFields(
  organisation: Organisation | null,
  group: Group | null,
): OrganisationFields {
  return {
    name: organisation?.name ?? '',
    group: organisation?.groupId ?? 'none',
    groupName: group?.name ?? '',
    kvkNumber: organisation?.kvkNumber ?? '',
    vatId: organisation?.vatId ?? '',
    street: organisation?.address.street ?? '',
    postcode: organisation?.address.postcode ?? '',
    city: organisation?.address.city ?? '',
    contactName: organisation?.contactName ?? '',
    contactEmail: organisation?.contactEmail ?? '',
    invoiceEmail: organisation?.invoiceEmail ?? '',
    purchaseReference: organisation?.purchaseReference ?? '',
  }
}

/**
 * An organisation to keep. `group` is what its group is to be called: a new one when its id is null; null when it
 * belongs to none. The details name the group only when it exists already.
 */
export type OrganisationToKeep = {
  organisation: OrganisationDetails
  group: { id: Id | null; name: string } | null
}

/** Reads the fields; spaces and dots in a KvK number are the reader's, not the number's. */
export function readOrganisation(
  fields: OrganisationFields,
): Read<OrganisationToKeep, keyof OrganisationFields> {
  const kvkNumber = fields.kvkNumber.replace(/[\s.]/g, '')
  const errors = errorsOf<keyof OrganisationFields>({
    name: nameError(fields.name),
    group: null,
    groupName:
      fields.group === 'none'
        ? null
        : fields.groupName.trim() === ''
          ? 'group-name-missing'
          : lineError(fields.groupName),
    kvkNumber: kvkNumber === '' || KvkNumber.safeParse(kvkNumber).success ? null : 'kvk-number',
    vatId: lineError(fields.vatId),
    street: lineError(fields.street),
    postcode: lineError(fields.postcode),
    city: lineError(fields.city),
    contactName: lineError(fields.contactName),
    contactEmail: lineError(fields.contactEmail),
    invoiceEmail: lineError(fields.invoiceEmail),
    purchaseReference: lineError(fields.purchaseReference),
  })
  if (errors !== null) return { errors }
  const groupId = fields.group === 'new' || fields.group === 'none' ? null : fields.group
  return {
    details: {
      organisation: {
        name: fields.name.trim(),
        groupId,
        kvkNumber: kvkNumber === '' ? null : kvkNumber,
        vatId: fields.vatId.trim(),
        address: {
          street: fields.street.trim(),
          postcode: fields.postcode.trim(),
          city: fields.city.trim(),
        },
        contactName: fields.contactName.trim(),
        contactEmail: fields.contactEmail.trim(),
        invoiceEmail: fields.invoiceEmail.trim(),
        purchaseReference: fields.purchaseReference.trim(),
      },
      group: fields.group === 'none' ? null : { id: groupId, name: fields.groupName.trim() },
    },
  }
}
