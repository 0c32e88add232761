import { type Ref, useEffect, useRef, useState } from 'react'
import { Input, NumberField as AriaNumberField } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'

export type NumberFieldProps = FieldProps<number | null> & {
  minValue?: number
  maxValue?: number
  format?: Intl.NumberFormatOptions
}

/** Longer than a press of the mouse takes. */
const SETTLED_MILLISECONDS = 300

/**
 * What is wrong with a number is known again only when the field is left, and its sentence would go at the very moment
 * that somebody presses a button below, which then moves away from under the mouse. So it goes when she begins to type,
 * and if it still holds it comes back a moment after she left.
 */
function useErrorUntilTyped(error: string | undefined) {
  const [isTyped, setTyped] = useState(false)
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const stop = () => {
    clearTimeout(settling.current)
  }
  useEffect(() => stop, [])
  return {
    error: isTyped ? undefined : error,
    onType: () => {
      stop()
      setTyped(true)
    },
    onLeave: () => {
      stop()
      settling.current = setTimeout(() => {
        setTyped(false)
      }, SETTLED_MILLISECONDS)
    },
  }
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
  onBlur,
  ...rest
}: NumberFieldProps) {
  const shown = useErrorUntilTyped(error)
  return (
    <AriaNumberField
      className="field"
      data-width={width}
      value={value ?? Number.NaN}
      onChange={(typed) => {
        onChange(Number.isNaN(typed) ? null : typed)
      }}
      formatOptions={format}
      isInvalid={shown.error !== undefined}
      validationBehavior="aria"
      onBlur={() => {
        shown.onLeave()
        onBlur?.()
      }}
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Input
        className="field-input field-number"
        ref={(focusRef ?? null) as Ref<HTMLInputElement>}
        onInput={shown.onType}
      />
      <FieldFoot description={description} error={shown.error} />
    </AriaNumberField>
  )
}
