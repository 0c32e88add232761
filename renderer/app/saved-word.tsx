import { appText } from '../locale/app.ts'
import { useSaving } from '../working-set/saving.ts'

/** A quiet word once something was saved, and a plain one when what is being typed could not be kept. */
export function SavedWord() {
  const saving = useSaving()
  if (saving !== null && 'notSaved' in saving)
    return (
      <span className="shell-saved shell-not-saved" role="alert">
        {appText.notSaved}
      </span>
    )
  return (
    <span className="shell-saved number" role="status">
      {saving === null ? '' : appText.saved(saving.saved)}
    </span>
  )
}
