import { type CaseSummary } from '#shared/casework/case-file.ts'

/** Which cases a list shows. */
export type StateFilter = 'open' | 'closed' | 'all'

export type CaseRow = CaseSummary & { organisation: string; snippet: string | null }

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}

/**
 * The cases of a list, the latest on top. A query finds a case by its reference, label or organisation, every word of
 * it somewhere, or because the vault found it in what was written; then a piece of that text comes with it.
 */
export function caseRows(
  cases: readonly CaseSummary[],
  organisationNames: ReadonlyMap<string, string>,
  filter: StateFilter,
  query: string,
  hits: ReadonlyMap<string, string>,
): CaseRow[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return cases
    .filter(({ state }) => filter === 'all' || state === filter)
    .map((summary) => ({
      ...summary,
      organisation: organisationNames.get(summary.organisationId) ?? '',
      snippet: hits.get(summary.id) ?? null,
    }))
    .filter(({ reference, label, organisation, snippet }) => {
      const text = plain(`${reference} ${label} ${organisation}`)
      return snippet !== null || words.every((word) => text.includes(word))
    })
    .sort((a, b) => b.lastEntryOn.localeCompare(a.lastEntryOn) || a.reference.localeCompare(b.reference))
}
