import { type DraftAbout } from '#shared/contracts/vault.ts'

/** The name of what is being typed about something: there is one for each. */
export const draftId = (about: DraftAbout): string => `draft-${about}`
