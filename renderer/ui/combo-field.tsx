import { useState, type KeyboardEvent, type Ref } from 'react'
import { Button, ComboBox, Input, useFilter } from 'react-aria-components'
import { ChoicePopover, type Choice } from './choices.tsx'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'
import { useUiWords } from './words.tsx'

export type ComboFieldProps<Value extends string> = FieldProps<Value | null> & {
  choices: readonly Choice<Value>[]
  placeholder?: string
}

/**
 * One of a long list, found by typing a part of it. Enter takes the first that fits, Tab the only one that fits;
 * the arrow keys walk through them.
 */
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
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState('')
  const chosenLabel = choices.find((choice) => choice.value === value)?.label ?? ''

  const takeWhatFits = (event: KeyboardEvent): void => {
    if ((event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || event.metaKey) return
    if (!(event.target instanceof HTMLInputElement) || event.target.hasAttribute('aria-activedescendant'))
      return
    if (typed.trim() === '' || typed === chosenLabel) return
    const fitting = choices.filter((choice) => contains(choice.label, typed))
    const [first] = fitting
    if (first === undefined || (event.key === 'Tab' && fitting.length > 1)) return
    if (event.key === 'Enter') event.preventDefault()
    onChange(first.value)
  }

  return (
    <div className="field" data-width={width} onKeyDownCapture={takeWhatFits}>
      <ComboBox
        className="field"
        data-width="full"
        selectedKey={value}
        onSelectionChange={(key) => {
          onChange(choices.find((choice) => choice.value === key)?.value ?? null)
        }}
        onInputChange={setTyped}
        defaultFilter={contains}
        menuTrigger="input"
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
    </div>
  )
}
