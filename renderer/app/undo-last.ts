import { resumeConversation } from '../features/case-file/conversation/conversation.ts'
import { appText } from '../locale/app.ts'
import { sentenceFor } from '../locale/refusals.ts'
import { showToast } from '../ui/toast-store.ts'
import { ask } from '../working-set/client.ts'

/**
 * Takes the last change back and says so, or says why not. When that was what became of a conversation, the
 * conversation stands there again.
 */
export async function undoLast(): Promise<void> {
  const answer = await ask('undo.last', {})
  showToast('refused' in answer ? sentenceFor(answer.refused) : appText.undone)
  await resumeConversation()
}
