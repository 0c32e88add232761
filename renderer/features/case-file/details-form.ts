import { CaseDetails } from '#shared/casework/case-file.ts'
import { z } from 'zod'

/** What the page asks that changes a case. */
export const ChangedDetails = z.strictObject({ details: CaseDetails.safeExtend({ isQuestion: z.boolean() }) })

/** Every form with the details of a case in it keeps them under this name, so that they share their fields. */
export type WithDetails = { details: z.input<typeof CaseDetails> }
