import { useEffect } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { appText } from '../locale/app.ts'
import { showToast } from '../ui/toast-store.ts'
import { host } from '../working-set/host.ts'
import { AREAS, NEW_MELDING_PATH } from './areas.ts'
import { keyMeaning, type KeyMeaning } from './key-meaning.ts'

type Acts = { onPalette: () => void; onKeys: () => void; onUndo: () => void }

/** True when a key goes into text that somebody is writing; an empty field has no letters to take back. */
function isTyping(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value.length > 0
  )
}

function findInList(): void {
  document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus()
}

/** Goes back, unless something was typed that is kept nowhere yet: Escape never loses. */
function goBack(): void {
  if (document.querySelector('main [data-unsaved]') === null) window.history.back()
  else showToast(appText.unsaved)
}

function act(meaning: KeyMeaning, acts: Acts): void {
  switch (meaning.does) {
    case 'palette':
      acts.onPalette()
      return
    case 'keys':
      acts.onKeys()
      return
    case 'undo':
      acts.onUndo()
      return
    case 'new-melding':
      navigate(NEW_MELDING_PATH)
      return
    case 'lock':
      void host.lock()
      return
    case 'find':
      findInList()
      return
    case 'back':
      goBack()
      return
    case 'area':
      navigate(AREAS[meaning.index]?.path ?? '/')
  }
}

/** Listens for the keys that work on every screen. A dialog that is open keeps all but the lock to itself. */
export function useKeys(acts: Acts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const meaning = keyMeaning(event, isTyping(event.target))
      if (meaning === null || event.defaultPrevented) return
      const hasOverlay =
        document.querySelector('[role="dialog"], [role="alertdialog"], [role="listbox"]') !== null
      if (hasOverlay && meaning.does !== 'lock') return
      event.preventDefault()
      act(meaning, acts)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [acts])
}
