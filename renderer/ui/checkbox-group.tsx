import './checkbox.css'
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components'
import { type Choice } from './choices.tsx'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'
import { useFocusFirstInput } from './use-focus-first-input.ts'

export type CheckboxGroupProps<Value extends string> = FieldProps<Value[]> & {
  choices: readonly Choice<Value>[]
}

/** Several of a list that is short enough to see whole; the values come back in the order in which they were ticked. */
export function CheckboxGroup<Value extends string>({
  label,
  value,
  onChange,
  choices,
  description,
  error,
  isOptional = false,
  width = 'full',
  focusRef,
  autoFocus: _autoFocus,
  ...rest
}: CheckboxGroupProps<Value>) {
  const group = useFocusFirstInput(focusRef)
  return (
    <AriaCheckboxGroup
      ref={group}
      className="field"
      data-width={width}
      value={value}
      onChange={(ticked) => {
        onChange(ticked.flatMap((slug) => choices.find((choice) => choice.value === slug)?.value ?? []))
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className="option-list">
        {choices.map((choice) => (
          <AriaCheckbox key={choice.value} className="checkbox" value={choice.value}>
            {({ isSelected }) => (
              <>
                <span className="checkbox-box" aria-hidden="true">
                  {isSelected ? '✓' : ''}
                </span>
                <span>
                  {choice.label}
                  {choice.detail !== undefined && <span className="option-detail">{choice.detail}</span>}
                </span>
              </>
            )}
          </AriaCheckbox>
        ))}
      </div>
      <FieldFoot description={description} error={error} />
    </AriaCheckboxGroup>
  )
}
