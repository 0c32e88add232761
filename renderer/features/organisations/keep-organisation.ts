import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type Id } from '#shared/kernel/id.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type Group } from '#shared/organisations/organisation.ts'
import { ask } from '../../working-set/client.ts'
import { type OrganisationToKeep } from './organisation-fields.ts'

/** Keeps an organisation, its group first when that is new or is called otherwise now. */
export async function keepOrganisation(
  { organisation, group }: OrganisationToKeep,
  id: Id | null,
  groups: readonly Group[],
): Promise<{ id: Id } | VaultRefusal> {
  const isKnown = groups.some((known) => known.id === group?.id && known.name === group.name)
  if (group === null || isKnown) return ask('organisation.save', { id, details: organisation })
  const kept = await ask('group.save', group)
  if (isRefusal(kept)) return kept
  return ask('organisation.save', { id, details: { ...organisation, groupId: kept.id } })
}
