import { type CaseSummary } from '#shared/casework/case-file.ts'
import { type Choice } from '../../ui/choices.tsx'

/** Other cases that may concern the same person: those of the same organisation first, the latest at the top. */
export function otherCaseChoices(
  cases: readonly CaseSummary[],
  organisationId: string | undefined,
  ownId: string | null,
): Choice<string>[] {
  const distance = (summary: CaseSummary): number => (summary.organisationId === organisationId ? 0 : 1)
  return cases
    .filter(({ id }) => id !== ownId)
    .sort((a, b) => distance(a) - distance(b) || b.lastEntryOn.localeCompare(a.lastEntryOn))
    .map(({ id, reference, label }) => ({ value: id, label: [reference, label].filter(Boolean).join(' · ') }))
}
