import './checkbox.css'
import { type ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

export type CheckboxProps = {
  children: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
  name?: string
}

/** One thing that is so or not. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox className="checkbox" {...rest}>
      {({ isSelected }) => (
        <>
          <span className="checkbox-box" aria-hidden="true">
            {isSelected ? '✓' : ''}
          </span>
          <span>{children}</span>
        </>
      )}
    </AriaCheckbox>
  )
}
