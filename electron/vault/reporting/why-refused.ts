import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type ReportRefusal } from '#shared/statistics/released.ts'
import { type Counted, tiedTo } from '#shared/statistics/report-basis.ts'

/**
 * The refusal of the gate, told apart where earlier figures are the reason: that they say something else than the
 * caseload (`earlier-figures-untrue`) can be mended, that somebody would become traceable beside them cannot. `counted` is
 * what the gate was asked.
 */
export function whyRefused<Refused extends VaultRefusal | ReportRefusal>(
  refusal: Refused,
  counted: Counted,
): Refused | (Omit<Refused, 'refused'> & { refused: 'earlier-figures-untrue' }) {
  const isUntrue = refusal.refused === 'earlier-figures-in-the-way' && 'refused' in tiedTo(counted)
  return isUntrue ? { ...refusal, refused: 'earlier-figures-untrue' } : refusal
}
