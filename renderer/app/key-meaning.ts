/** What a key press means everywhere in the application. */
export type KeyMeaning =
  | { does: 'palette' | 'new-melding' | 'conversation' | 'lock' | 'find' | 'undo' | 'keys' | 'back' }
  | { does: 'area'; index: number }

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * The meaning of a key, or `null` when it has none here. While somebody types, Ctrl+Z is the text field's own: it
 * takes back letters, not changes of the vault.
 */
export function keyMeaning(press: Press, isTyping: boolean): KeyMeaning | null {
  if (press.altKey) return null
  if (press.key === 'F1') return { does: 'keys' }
  if (press.key === 'F2') return { does: 'conversation' }
  if (press.key === 'Escape') return { does: 'back' }
  if (!press.ctrlKey && !press.metaKey) return null
  if (press.shiftKey && press.key !== '/') return null
  switch (press.key.toLowerCase()) {
    case 'k':
      return { does: 'palette' }
    case 'n':
      return { does: 'new-melding' }
    case 'l':
      return { does: 'lock' }
    case 'f':
      return { does: 'find' }
    case '/':
      return { does: 'keys' }
    case 'z':
      return isTyping ? null : { does: 'undo' }
    default:
      return /^[1-8]$/.test(press.key) ? { does: 'area', index: Number(press.key) - 1 } : null
  }
}
