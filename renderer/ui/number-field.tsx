import { type Ref } from 'react'
import { Input, NumberField as AriaNumberField } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'

export type NumberFieldProps = FieldProps<number | null> & {
  minValue?: number
  maxValue?: number
  format?: Intl.NumberFormatOptions
}

/** A number as it is written in Dutch; `null` when nothing is typed. */
export function NumberField({
  label,
  value,
  onChange,
  description,
  error,
  isOptional = false,
  width = 'short',
  format = { maximumFractionDigits: 0 },
  focusRef,
  ...rest
}: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field"
      data-width={width}
      value={value ?? Number.NaN}
      onChange={(typed) => {
        onChange(Number.isNaN(typed) ? null : typed)
      }}
      formatOptions={format}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Input className="field-input field-number" ref={(focusRef ?? null) as Ref<HTMLInputElement>} />
      <FieldFoot description={description} error={error} />
    </AriaNumberField>
  )
}
