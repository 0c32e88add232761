import { isRefusal } from '#shared/kernel/refusal.ts'
import { activityText as text } from '../../locale/hours.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { undoOfLastChange } from '../../working-set/undo-of-last-change.ts'

/** Removes an activity and offers to put it back. */
export async function removeActivity(id: string, after: () => void): Promise<void> {
  const answer = await ask('activity.remove', { id })
  if (isRefusal(answer)) {
    showToast(sentenceFor(answer.refused))
    return
  }
  const putBack = undoOfLastChange()
  after()
  showToast(text.removed, {
    label: text.undo,
    onPress: () => {
      void putBack().then((undone) => {
        if (undone === 'changed-since') showToast(text.undoTooLate)
        else if (undone !== 'undone') showToast(sentenceFor(undone.refused))
      })
    },
  })
}
