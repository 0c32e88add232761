import './button.css'
import { createContext, type ReactNode, use } from 'react'
import { Button as AriaButton } from 'react-aria-components'

export type ButtonProps = {
  children: ReactNode
  onPress?: () => void
  /** `primary`: the one next thing; `danger` destroys; `plain` reads as a link in running text. */
  variant?: 'primary' | 'ordinary' | 'danger' | 'plain'
  type?: 'button' | 'submit'
  isDisabled?: boolean
  /** What it does is under way: stays focusable, does nothing when pressed again. */
  isPending?: boolean
  autoFocus?: boolean
  /** Only where the words on the button do not suffice: "Verwijder contact van 12 mei". */
  label?: string
  slot?: string
}

/** True while what a form was sent for takes so long that it shows: its button of type `submit` is pending then. */
export const SubmitIsPending = createContext(false)

/** A button that says what happens. */
export function Button({
  children,
  onPress = () => {},
  variant = 'ordinary',
  type = 'button',
  label,
  isPending,
  ...rest
}: ButtonProps) {
  const isSubmitPending = use(SubmitIsPending)
  return (
    <AriaButton
      className="button"
      data-variant={variant}
      type={type}
      onPress={onPress}
      isPending={isPending ?? (type === 'submit' && isSubmitPending)}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...rest}
    >
      {children}
    </AriaButton>
  )
}
