import { isRefusal } from '#shared/kernel/refusal.ts'
import { activityText as text } from '../../locale/hours.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'

/** Removes an activity and offers to put it back. */
export async function removeActivity(id: string, after: () => void): Promise<void> {
  const answer = await ask('activity.remove', { id })
  if (isRefusal(answer)) {
    showToast(sentenceFor(answer.refused))
    return
  }
  after()
  showToast(text.removed, {
    label: text.undo,
    onPress: () => {
      void ask('undo.last', {}).then((undone) => {
        if (isRefusal(undone)) showToast(sentenceFor(undone.refused))
      })
    },
  })
}
