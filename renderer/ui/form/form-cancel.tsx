import { createContext, use, type ReactNode } from 'react'
import { Button } from '../button.tsx'

/** Forgets what was typed in the form around; outside of one there is nothing to forget. */
export const GiveUpForm = createContext<() => void>(() => {})

/** Leaves a form without saving: what was typed in it is given up. */
export function FormCancel({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  const giveUp = use(GiveUpForm)
  return (
    <Button
      onPress={() => {
        giveUp()
        onPress()
      }}
    >
      {children}
    </Button>
  )
}
