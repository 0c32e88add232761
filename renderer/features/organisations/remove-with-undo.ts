import { isRefusal } from '#shared/kernel/refusal.ts'
import { locationsText, organisationsText, organisationText } from '../../locale/organisations.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { undoOfLastChange } from '../../working-set/undo-of-last-change.ts'

const inUse = { 'location.remove': locationsText.inUse, 'organisation.remove': organisationText.inUse }

/** Removes a record and offers to put it back; says why when it cannot be removed. */
export async function removeWithUndo(
  command: 'location.remove' | 'organisation.remove',
  id: string,
  removed: string,
  after: () => void,
): Promise<void> {
  const answer = await ask(command, { id })
  if (isRefusal(answer)) {
    showToast(answer.refused === 'in-use-elsewhere' ? inUse[command] : sentenceFor(answer.refused))
    return
  }
  const putBack = undoOfLastChange()
  after()
  showToast(removed, {
    label: organisationsText.undo,
    onPress: () => {
      void putBack().then((undone) => {
        if (undone === 'changed-since') showToast(organisationsText.undoTooLate)
        else if (undone !== 'undone') showToast(sentenceFor(undone.refused))
      })
    },
  })
}
