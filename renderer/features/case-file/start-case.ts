import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { NO_ADDRESS } from '#shared/organisations/postal-address.ts'
import { ask } from '../../working-set/client.ts'
import { NEW_ORGANISATION, type NewMelding } from './new-melding.ts'

/** Starts the case; an organisation that is not known yet is made first, with no more than its name. */
export async function startCase({
  details,
  note,
  minutes,
  newOrganisationName,
}: NewMelding): Promise<VaultAnswer<'case.start'> | VaultRefusal> {
  if (details.organisationId !== NEW_ORGANISATION) return ask('case.start', { details, note, minutes })
  const made = await ask('organisation.save', {
    id: null,
    details: {
      name: newOrganisationName,
      groupId: null,
      kvkNumber: null,
      vatId: '',
      address: NO_ADDRESS,
      contactName: '',
      contactEmail: '',
      invoiceEmail: '',
      purchaseReference: '',
    },
  })
  if ('refused' in made) return made
  return ask('case.start', {
    details: { ...details, organisationId: made.id, locationId: null },
    note,
    minutes,
  })
}
