import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { ask } from '../../working-set/client.ts'
import { NEW_ORGANISATION, type NewMelding } from './new-melding.ts'

/** Starts the case, and along with it an organisation that is not known yet, with no more than its name. */
export function startCase({
  details,
  note,
  minutes,
  newOrganisationName,
}: NewMelding): Promise<VaultAnswer<'case.start'> | VaultRefusal> {
  const newOrganisation = details.organisationId === NEW_ORGANISATION ? newOrganisationName : null
  return ask('case.start', { details, newOrganisation, note, minutes })
}
