import { type DraftAbout, type KeptForm } from '#shared/contracts/draft-about.ts'
import { type CaseloadKind } from './caseload-kinds.ts'

/** The name of what is being typed about something: there is one for each. */
export const draftId = (about: DraftAbout): string =>
  typeof about === 'string' ? `draft-${about}` : `draft-${about.form}-${about.id ?? 'new'}`

/** What a form that is kept is about: the kind of the record that its id names. */
export const RECORD_OF_FORM: Record<KeptForm, CaseloadKind | null> = {
  persons: 'case',
  'case-details': 'case',
  closing: 'case',
  entry: 'entry',
  'new-entry': 'case',
  'new-melding': null,
  activity: 'activity',
  organisation: 'organisation',
  contract: 'organisation',
  location: 'location',
  'new-location': 'organisation',
  practice: null,
  'figures-by-hand': null,
}
