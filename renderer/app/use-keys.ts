import { useEffect } from 'react'
import { currentConversation, endOrGoOn } from '../features/case-file/conversation/conversation.ts'
import { host } from '../working-set/host.ts'
import { AREAS, NEW_MELDING_PATH } from './areas.ts'
import { keyMeaning, type KeyMeaning } from './key-meaning.ts'
import { goTo, mayLeave } from './leave-guard.ts'

type Acts = { onPalette: () => void; onConversation: () => void; onKeys: () => void; onUndo: () => void }

/** True when a key goes into text that somebody is writing; an empty field has no letters to take back. */
function isTyping(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value.length > 0
  )
}

function findInList(): void {
  document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus()
}

/** A dialog or an open list deals with keys itself, and Escape empties a search before it goes back. */
function isTakenByPart(meaning: KeyMeaning, target: EventTarget | null): boolean {
  if (meaning.does === 'lock') return false
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="listbox"]') !== null) return true
  return (
    meaning.does === 'back' &&
    target instanceof HTMLInputElement &&
    target.type === 'search' &&
    isTyping(target)
  )
}

function act(meaning: KeyMeaning, acts: Acts): void {
  switch (meaning.does) {
    case 'palette':
      acts.onPalette()
      return
    case 'conversation':
      acts.onConversation()
      return
    case 'keys':
      acts.onKeys()
      return
    case 'undo':
      acts.onUndo()
      return
    case 'new-melding':
      goTo(NEW_MELDING_PATH)
      return
    case 'lock':
      void host.lock()
      return
    case 'find':
      findInList()
      return
    case 'back':
      if (mayLeave()) window.history.back()
      return
    case 'area':
      goTo(AREAS[meaning.index]?.path ?? '/')
  }
}

/** While somebody talks, keys end the conversation or lock; all others wait. */
function actInConversation(meaning: KeyMeaning): void {
  if (meaning.does === 'lock') void host.lock()
  else if (meaning.does === 'conversation' || meaning.does === 'back') endOrGoOn()
}

/**
 * Listens for the keys that work on every screen. It looks before the parts of the screen do, so that an Escape that
 * closes a list is still seen to be that list's.
 */
export function useKeys(acts: Acts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const meaning = keyMeaning(event, isTyping(event.target))
      if (meaning === null || isTakenByPart(meaning, event.target)) return
      event.preventDefault()
      if (currentConversation() === null) act(meaning, acts)
      else actInConversation(meaning)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
    }
  }, [acts])
}
