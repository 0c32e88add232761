import type { CaseFile } from '../casework/case-file.ts'

export const detour = (caseFile: CaseFile): string => caseFile.id
