import { z } from 'zod'
import { Id } from '../kernel/id.ts'
import { FilledLine, Line } from '../kernel/text.ts'
import { KvkNumber } from './kvk-number.ts'
import { NO_ADDRESS, PostalAddress } from './postal-address.ts'

/** A concern or holding that several legal entities belong to. */
export const Group = z.strictObject({ id: Id, name: FilledLine })
export type Group = z.infer<typeof Group>

/** What is typed about an organisation (*houder*): one legal entity, the advisor's client. */
export const OrganisationDetails = z.strictObject({
  name: FilledLine,
  groupId: Id.nullable(),
  kvkNumber: KvkNumber.nullable(),
  vatId: Line,
  address: PostalAddress,
  contactName: Line,
  contactEmail: Line,
  invoiceEmail: Line,
  /** What their bookkeeping wants to read on the invoice. */
  purchaseReference: Line,
})
export type OrganisationDetails = z.infer<typeof OrganisationDetails>

export const Organisation = OrganisationDetails.extend({ id: Id })
export type Organisation = z.infer<typeof Organisation>

/** The details of an organisation of which no more is known than its name, which is enough to begin with. */
export function organisationCalled(name: string): OrganisationDetails {
  return {
    name,
    groupId: null,
    kvkNumber: null,
    vatId: '',
    address: NO_ADDRESS,
    contactName: '',
    contactEmail: '',
    invoiceEmail: '',
    purchaseReference: '',
  }
}
