import { casesText } from '../../locale/cases.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { showToast } from '../../ui/toast-store.ts'
import { undoOfLastChange } from '../../working-set/undo-of-last-change.ts'

/** Says what was just done and offers to take it back, for as long as nothing else was changed since. */
export function offerToPutBack(done: string): void {
  const putBack = undoOfLastChange()
  showToast(done, {
    label: casesText.undo.action,
    onPress: () => {
      void putBack().then((undone) => {
        if (undone === 'changed-since') showToast(casesText.undo.tooLate)
        else if (undone !== 'undone') showToast(sentenceFor(undone.refused))
      })
    },
  })
}
