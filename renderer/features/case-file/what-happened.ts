import { type Entry } from '#shared/casework/entry.ts'
import { casesText } from '../../locale/cases.ts'
import { vocabulary } from '../../locale/vocabulary.ts'

/** A moment in one word: the rung of a step, or that it was a contact. */
export function whatHappened(entry: Entry): string {
  return entry.kind === 'contact' ? casesText.entry.contact : vocabulary.rung[entry.rung]
}
