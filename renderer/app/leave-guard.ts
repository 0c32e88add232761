import { navigate } from 'wouter/use-hash-location'
import { appText } from '../locale/app.ts'
import { showToast } from '../ui/toast-store.ts'

/** True when nothing on the screen would be lost by leaving; otherwise says what to do first. */
export function mayLeave(): boolean {
  if (document.querySelector('main [data-unsaved]') === null) return true
  showToast(appText.unsaved)
  return false
}

/** Goes somewhere else, unless something was typed that is kept nowhere yet. */
export function goTo(path: string): void {
  if (mayLeave()) navigate(path)
}
