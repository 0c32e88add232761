import { refuse, type Refusal } from '../kernel/refusal.ts'
import { type Organisation } from '../organisations/organisation.ts'
import { type PostalAddress } from '../organisations/postal-address.ts'
import { type Practice } from '../practice/practice.ts'
import { type Buyer, type Seller } from './invoice.ts'

function complete(address: PostalAddress): boolean {
  return address.street !== '' && address.postcode !== '' && address.city !== ''
}

/** The advisor as seller, or the fields that art. 35a Wet OB asks for and that are still empty. */
export function sellerOf(practice: Practice): Seller | Refusal<'practice-incomplete'> {
  const missing = [
    practice.businessName === '' && practice.advisorName === '' ? 'businessName' : '',
    complete(practice.address) ? '' : 'address',
    practice.kvkNumber === null ? 'kvkNumber' : '',
    practice.vatRegime === 'standard' && practice.vatId === '' ? 'vatId' : '',
    practice.iban === '' ? 'iban' : '',
  ].filter((field) => field !== '')
  if (missing.length > 0) return refuse('practice-incomplete', ...missing)
  return {
    name: practice.businessName === '' ? practice.advisorName : practice.businessName,
    address: practice.address,
    kvkNumber: practice.kvkNumber ?? '',
    vatId: practice.vatId,
    iban: practice.iban,
    email: practice.email,
    phone: practice.phone,
  }
}

/** The organisation as buyer, or what is missing to address an invoice. */
export function buyerOf(organisation: Organisation): Buyer | Refusal<'organisation-incomplete'> {
  if (!complete(organisation.address)) return refuse('organisation-incomplete', 'address')
  return {
    name: organisation.name,
    address: organisation.address,
    kvkNumber: organisation.kvkNumber ?? '',
    vatId: organisation.vatId,
    attention: organisation.contactName,
    purchaseReference: organisation.purchaseReference,
  }
}
