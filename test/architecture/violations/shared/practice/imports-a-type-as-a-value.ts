// breaks: @typescript-eslint/consistent-type-imports
import { CaseFile } from '../casework/case-file.ts'

export const idOf = (caseFile: CaseFile): string => caseFile.id
