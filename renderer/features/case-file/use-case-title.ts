import { type CaseFile } from '#shared/casework/case-file.ts'
import { casesText } from '../../locale/cases.ts'
import { useOrganisationNames } from '../../working-set/organisations.ts'

/** What a case is called at the top of its screens, and what stands beside that. */
export function useCaseTitle(caseFile: CaseFile): { title: string; lead: string } {
  const names = useOrganisationNames()
  const organisation = names.get(caseFile.organisationId) ?? ''
  return {
    title: casesText.case.titleOf(caseFile.reference, caseFile.label),
    lead: casesText.case.leadOf(caseFile.reference, caseFile.label, organisation),
  }
}
