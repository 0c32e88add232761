import { type Ref } from 'react'
import { TextArea as AriaTextArea, TextField } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'

export type TextAreaProps = FieldProps<string> & { rows?: number; placeholder?: string }

/** Text of several lines. */
export function TextArea({
  label,
  description,
  error,
  isOptional = false,
  width = 'full',
  rows = 4,
  placeholder = '',
  focusRef,
  ...rest
}: TextAreaProps) {
  return (
    <TextField
      className="field"
      data-width={width}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <AriaTextArea
        className="field-input"
        rows={rows}
        placeholder={placeholder}
        ref={(focusRef ?? null) as Ref<HTMLTextAreaElement>}
      />
      <FieldFoot description={description} error={error} />
    </TextField>
  )
}
