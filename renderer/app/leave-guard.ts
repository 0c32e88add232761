import { navigate } from 'wouter/use-hash-location'
import { appText } from '../locale/app.ts'
import { unsavedOnScreen } from '../ui/form/unsaved.ts'
import { showToast } from '../ui/toast-store.ts'

/** True when nothing on the screen would be lost by leaving; otherwise says what to do first. */
export function mayLeave(): boolean {
  if (unsavedOnScreen() === 'nothing') return true
  showToast(appText.unsaved)
  return false
}

/** Goes somewhere else, unless something was typed that is kept nowhere yet. */
export function goTo(path: string): void {
  if (mayLeave()) navigate(path)
}
