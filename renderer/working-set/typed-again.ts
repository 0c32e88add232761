import { useEffect } from 'react'
import { type NoteAbout } from '#shared/contracts/draft-about.ts'
import { externalValue } from './external-value.ts'

const draft = externalValue<{ about: NoteAbout; text: string } | null>(null)

/** Tells whoever has it on the screen that this is being typed again: what became of it was taken back. */
export function typeAgain(about: NoteAbout, text: string): void {
  draft.set({ about, text })
}

/** Calls `take`, which has to stay the same function, with a text about this that is being typed again. */
export function useTypedAgain(about: NoteAbout, take: (text: string) => void): void {
  useEffect(
    () =>
      draft.subscribe(() => {
        const again = draft.get()
        if (again?.about === about) take(again.text)
      }),
    [about, take],
  )
}
