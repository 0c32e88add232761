import { type Ref } from 'react'
import { Button, Select, SelectValue } from 'react-aria-components'
import { ChoicePopover, type Choice } from './choices.tsx'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'
import { useUiWords } from './words.tsx'

export type SelectFieldProps<Value extends string> = FieldProps<Value | null> & {
  choices: readonly Choice<Value>[]
  placeholder?: string
}

/** One of a short list. Typing the first letters chooses without opening it. */
export function SelectField<Value extends string>({
  label,
  value,
  onChange,
  choices,
  placeholder = '',
  description,
  error,
  isOptional = false,
  width = 'ordinary',
  focusRef,
  ...rest
}: SelectFieldProps<Value>) {
  const words = useUiWords()
  return (
    <Select
      className="field"
      data-width={width}
      value={value}
      onChange={(key) => {
        onChange(choices.find((choice) => choice.value === key)?.value ?? null)
      }}
      placeholder={placeholder}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Button className="field-input field-choice" ref={(focusRef ?? null) as Ref<HTMLButtonElement>}>
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <FieldFoot description={description} error={error} />
      <ChoicePopover choices={choices} empty={words.noMatches} />
    </Select>
  )
}
