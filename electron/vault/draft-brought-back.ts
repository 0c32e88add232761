import { type NoteAbout } from '#shared/contracts/draft-about.ts'
import { Note } from '#shared/kernel/text.ts'
import { type Caseload, type Written } from './caseload.ts'
import { type CaseloadRecord } from './caseload-kinds.ts'
import { draftId } from './draft-id.ts'
import { type Step } from './undo-obstacle.ts'

function noteMade(written: readonly Written[]): string {
  const entry = written.find(({ kind, before }) => kind === 'entry' && before === null)?.after
  return entry?.kind === 'entry' ? entry.value.note : ''
}

/**
 * The draft that a step had ended, as it is once that step is taken back: the note that it became, whose last letters no
 * draft held, and after it what is being typed in its place by now, so that neither is lost. `null` when the step ended
 * none.
 */
export function draftBroughtBack(
  caseload: Caseload,
  { written, endsDraft: about }: Step,
): (CaseloadRecord<'draft'> & { about: NoteAbout }) | null {
  if (about === null) return null
  const id = draftId(about)
  const ended = written.find((one) => one.kind === 'draft' && one.id === id)?.before
  const before = ended?.kind === 'draft' ? ended.value : null
  const now = caseload.get('draft', id)
  const texts = [noteMade(written) || (before?.text ?? ''), now?.text ?? ''].filter((text) => text !== '')
  if (texts.length === 0) return null
  const both = Note.safeParse(texts.join('\n\n'))
  const inConversation = (before?.inConversation ?? false) || (now?.inConversation ?? false)
  return { id, about, text: both.success ? both.data : (now?.text ?? ''), inConversation }
}
