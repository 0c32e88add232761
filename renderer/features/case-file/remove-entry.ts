import { casesText } from '../../locale/cases.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'

async function putBack(): Promise<void> {
  const answer = await ask('undo.last', {})
  if ('refused' in answer) showToast(sentenceFor(answer.refused))
}

/** Takes an entry away at once and offers to put it back, which asks less of her than a question beforehand. */
export async function removeEntry(id: string): Promise<void> {
  const answer = await ask('entry.remove', { id })
  if ('refused' in answer) {
    showToast(sentenceFor(answer.refused))
    return
  }
  showToast(casesText.entry.removed, {
    label: casesText.entry.undo,
    onPress: () => {
      void putBack()
    },
  })
}
