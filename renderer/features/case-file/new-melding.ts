import { CaseDetails } from '#shared/casework/case-file.ts'
import { Minutes } from '#shared/casework/entry.ts'
import { Id } from '#shared/kernel/id.ts'
import { Line, Note } from '#shared/kernel/text.ts'
import { z } from 'zod'

/** Stands in a form for an organisation that is made along with the case; no drawn id is all zeros. */
export const NEW_ORGANISATION: Id = Id.parse('0'.repeat(26))

/** What the page for a new melding asks. */
export const NewMelding = z
  .strictObject({
    note: Note,
    minutes: Minutes,
    newOrganisationName: Line,
    details: CaseDetails,
  })
  .refine(
    ({ details, newOrganisationName }) =>
      details.organisationId !== NEW_ORGANISATION || newOrganisationName !== '',
    { message: 'organisation-name-missing', path: ['newOrganisationName'] },
  )
export type NewMelding = z.infer<typeof NewMelding>
export type NewMeldingInput = z.input<typeof NewMelding>
