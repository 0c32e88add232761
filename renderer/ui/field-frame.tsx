import './field.css'
import { type ReactNode, type Ref } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useUiWords } from './words.tsx'

/** What every field takes, whatever is typed in it. `error` is a Dutch sentence or a slug that has one. */
export type FieldProps<Value> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  onBlur?: () => void
  name?: string
  description?: ReactNode
  error?: string | undefined
  /** Says behind the label that it may stay empty. */
  isOptional?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  width?: 'short' | 'ordinary' | 'full'
  /** What gets the focus when something is wrong here. */
  focusRef?: Ref<{ focus: () => void }>
}

/** The label of a field and whether it may stay empty. */
export function FieldLabel({ label, isOptional = false }: { label: string; isOptional?: boolean }) {
  const words = useUiWords()
  return (
    <Label className="field-label">
      {label}
      {isOptional && <span className="field-optional"> ({words.optional})</span>}
    </Label>
  )
}

/** What stands under a field: an explanation, and what is wrong with it. */
export function FieldFoot({ description, error }: { description?: ReactNode; error?: string | undefined }) {
  const words = useUiWords()
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      {error !== undefined && <FieldError className="field-error">{words.sentence(error)}</FieldError>}
    </>
  )
}
