import { type Ref } from 'react'
import { Button, ComboBox, Input } from 'react-aria-components'
import { ChoicePopover, type Choice } from './choices.tsx'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'
import { useUiWords } from './words.tsx'

export type ComboFieldProps<Value extends string> = FieldProps<Value | null> & {
  choices: readonly Choice<Value>[]
  placeholder?: string
}

/** One of a long list, found by typing a part of it. */
export function ComboField<Value extends string>({
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
}: ComboFieldProps<Value>) {
  const words = useUiWords()
  return (
    <ComboBox
      className="field"
      data-width={width}
      selectedKey={value}
      onSelectionChange={(key) => {
        onChange(choices.find((choice) => choice.value === key)?.value ?? null)
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className="field-with-button">
        <Input
          className="field-input"
          placeholder={placeholder}
          ref={(focusRef ?? null) as Ref<HTMLInputElement>}
        />
        <Button aria-label={words.showChoices}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <FieldFoot description={description} error={error} />
      <ChoicePopover choices={choices} empty={words.noMatches} />
    </ComboBox>
  )
}
