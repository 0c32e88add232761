import { expect, test } from 'vitest'
import { keyMeaning } from '../../../renderer/app/key-meaning.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('goes to the eight areas with Ctrl+1 to Ctrl+8, and nowhere with Ctrl+9', () => {
  expect(keyMeaning(press('1', { ctrlKey: true }), false)).toEqual({ does: 'area', index: 0 })
  expect(keyMeaning(press('8', { ctrlKey: true }), true)).toEqual({ does: 'area', index: 7 })
  expect(keyMeaning(press('9', { ctrlKey: true }), false)).toBeNull()
})

test('leaves Ctrl+Z to the text that somebody is typing', () => {
  expect(keyMeaning(press('z', { ctrlKey: true }), true)).toBeNull()
  expect(keyMeaning(press('z', { ctrlKey: true }), false)).toEqual({ does: 'undo' })
})

test('takes the command key of a Mac for Ctrl', () => {
  expect(keyMeaning(press('k', { metaKey: true }), true)).toEqual({ does: 'palette' })
})

test('shows all keys with F1 and with Ctrl+/, also where / needs Shift', () => {
  expect(keyMeaning(press('F1'), true)).toEqual({ does: 'keys' })
  expect(keyMeaning(press('/', { ctrlKey: true, shiftKey: true }), true)).toEqual({ does: 'keys' })
})

test('does nothing with an ordinary letter, or with AltGr, which types letters on some keyboards', () => {
  expect(keyMeaning(press('l'), false)).toBeNull()
  expect(keyMeaning(press('l', { ctrlKey: true, altKey: true }), false)).toBeNull()
})

test('begins a conversation with F2, also while somebody types', () => {
  expect(keyMeaning(press('F2'), true)).toEqual({ does: 'conversation' })
})
