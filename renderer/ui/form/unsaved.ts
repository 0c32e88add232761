/** What would become of what was typed on the screen and not saved, if the program ended now. */
export type Unsaved = 'nothing' | 'kept' | 'lost'

/**
 * Looks for what was typed and not saved: in a form that keeps it (`data-unsaved="kept"`) it is there again when that
 * form is opened the next time, elsewhere it is lost. Forms that lie under a conversation count.
 */
export function unsavedOnScreen(): Unsaved {
  const unsaved = [...document.querySelectorAll<HTMLElement>('main [data-unsaved]')]
  if (unsaved.length === 0) return 'nothing'
  return unsaved.every(({ dataset }) => dataset['unsaved'] === 'kept') ? 'kept' : 'lost'
}
