import { type Ref } from 'react'
import { Input, TextField as AriaTextField } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'

export type TextFieldProps = FieldProps<string> & {
  type?: 'text' | 'password' | 'email'
  placeholder?: string
}

/** One line of text. Nothing typed here is offered again by the browser or checked by a dictionary. */
export function TextField({
  label,
  description,
  error,
  isOptional = false,
  width = 'ordinary',
  focusRef,
  placeholder = '',
  type = 'text',
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      className="field"
      data-width={width}
      type={type}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Input
        className="field-input"
        placeholder={placeholder}
        ref={(focusRef ?? null) as Ref<HTMLInputElement>}
      />
      <FieldFoot description={description} error={error} />
    </AriaTextField>
  )
}
