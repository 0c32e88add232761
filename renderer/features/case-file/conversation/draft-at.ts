import { type NoteAbout } from '#shared/contracts/draft-about.ts'
import { Id } from '#shared/kernel/id.ts'

/** Which draft a conversation continues that begins at this place: that of the case or the new melding on the screen. */
export function draftAt(place: string): NoteAbout {
  const [, area, name] = place.split('/')
  if (area !== 'casussen' || name === undefined) return 'conversation'
  if (name === 'nieuw') return 'new-case'
  const id = Id.safeParse(name)
  return id.success ? id.data : 'conversation'
}

/** True where the screen itself holds what is being typed: on the pages of a case and of a new melding. */
export function holdsDraft(place: string): boolean {
  return draftAt(place) !== 'conversation' && place.split('/').length === 3
}

/** The case that a draft is about, if it is about one. */
export function caseOf(about: NoteAbout): Id | null {
  return about === 'new-case' || about === 'conversation' ? null : about
}
