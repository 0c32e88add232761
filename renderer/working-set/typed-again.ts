import { useEffect } from 'react'
import { type DraftAbout } from '#shared/contracts/vault.ts'
import { externalValue } from './external-value.ts'

const draft = externalValue<{ about: DraftAbout; text: string } | null>(null)

/** Tells whoever has it on the screen that this is being typed again: what became of it was taken back. */
export function typeAgain(about: DraftAbout, text: string): void {
  draft.set({ about, text })
}

/** Calls `take`, which has to stay the same function, with a text about this that is being typed again. */
export function useTypedAgain(about: DraftAbout, take: (text: string) => void): void {
  useEffect(
    () =>
      draft.subscribe(() => {
        const again = draft.get()
        if (again?.about === about) take(again.text)
      }),
    [about, take],
  )
}
