import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Id } from '#shared/kernel/id.ts'
import { foldText, searchWords } from '#shared/kernel/search-words.ts'
import { type Engagement } from '#shared/organisations/engagement.ts'
import { type Location } from '#shared/organisations/location.ts'
import { type Group, type Organisation } from '#shared/organisations/organisation.ts'
import { contractState, type ContractState } from './contract-state.ts'

export type OrganisationRow = {
  id: Id
  name: string
  city: string
  /** Locations that are under contract today or will be. */
  locations: number
  contract: ContractState
}

/** The organisations of one concern; `group` is null for those that belong to none. */
export type OrganisationSection = { group: Group | null; rows: OrganisationRow[] }

function occurs(word: string, organisation: Organisation, group: Group | null): boolean {
  return [organisation.name, organisation.address.city, group?.name ?? ''].some((text) =>
    foldText(text).includes(word),
  )
}

/**
 * The list of organisations under their concerns, both by name, those without a concern last. Kept are those in
 * which every word of the query occurs: in the name, the city or the concern.
 */
export function organisationSections(
  tables: {
    groups: readonly Group[]
    organisations: readonly Organisation[]
    locations: readonly Location[]
    engagements: readonly Engagement[]
  },
  query: string,
  today: CalendarDate,
): OrganisationSection[] {
  const words = searchWords(query)
  const groups = new Map(tables.groups.map((group) => [group.id, group]))
  const engagements = new Map(tables.engagements.map((engagement) => [engagement.organisationId, engagement]))
  const counts = new Map<Id, number>()
  for (const location of tables.locations)
    if (location.leftOn === null || location.leftOn >= today)
      counts.set(location.organisationId, (counts.get(location.organisationId) ?? 0) + 1)

  const sections = new Map<Id | null, OrganisationSection>()
  for (const organisation of tables.organisations) {
    const group = organisation.groupId === null ? null : (groups.get(organisation.groupId) ?? null)
    if (!words.every((word) => occurs(word, organisation, group))) continue
    const section = sections.get(group?.id ?? null) ?? { group, rows: [] }
    section.rows.push({
      id: organisation.id,
      name: organisation.name,
      city: organisation.address.city,
      locations: counts.get(organisation.id) ?? 0,
      contract: contractState(engagements.get(organisation.id) ?? null, today),
    })
    sections.set(group?.id ?? null, section)
  }
  for (const section of sections.values()) section.rows.sort((a, b) => dutchOrder(a.name, b.name))
  return [...sections.values()].sort((a, b) => {
    if (a.group === null) return b.group === null ? 0 : 1
    return b.group === null ? -1 : dutchOrder(a.group.name, b.group.name)
  })
}
