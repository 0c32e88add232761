import { resumeConversation } from '../features/case-file/conversation/conversation.ts'
import { sentenceFor } from '../locale/refusals.ts'
import { typedAgain, undoneSentences } from '../locale/undo.ts'
import { showToast } from '../ui/toast-store.ts'
import { ask } from '../working-set/client.ts'
import { keepAllNow } from '../working-set/keep-soon.ts'
import { typeAgain } from '../working-set/typed-again.ts'
import { noteUndone } from '../working-set/undone.ts'

/**
 * Takes the last change back and says which it was, or why it stays. When that was what became of a note or of a
 * conversation, that is being typed again.
 */
export async function undoLast(): Promise<void> {
  void keepAllNow()
  const answer = await ask('undo.last', {})
  if ('refused' in answer) {
    showToast(sentenceFor(answer.refused))
    return
  }
  noteUndone()
  const { undone, draft } = answer
  const isInField = draft !== null && !draft.inConversation
  showToast(isInField ? `${undoneSentences[undone]} ${typedAgain}` : undoneSentences[undone])
  if (isInField) typeAgain(draft.about, draft.text)
  await resumeConversation()
}
