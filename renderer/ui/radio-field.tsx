import './checkbox.css'
import { Radio, RadioGroup } from 'react-aria-components'
import { type Choice } from './choices.tsx'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'
import { useFocusFirstInput } from './use-focus-first-input.ts'

export type RadioFieldProps<Value extends string> = FieldProps<Value | null> & {
  choices: readonly Choice<Value>[]
  layout?: 'grid' | 'column' | 'row'
}

/** One of a few that are all seen at once. */
export function RadioField<Value extends string>({
  label,
  value,
  onChange,
  choices,
  description,
  error,
  layout = 'grid',
  isOptional = false,
  width = 'full',
  focusRef,
  autoFocus: _autoFocus,
  ...rest
}: RadioFieldProps<Value>) {
  const group = useFocusFirstInput(focusRef)
  return (
    <RadioGroup
      ref={group}
      className="field"
      data-width={width}
      value={value}
      onChange={(slug) => {
        onChange(choices.find((choice) => choice.value === slug)?.value ?? null)
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className="option-list" data-layout={layout}>
        {choices.map((choice) => (
          <Radio key={choice.value} className="radio" value={choice.value}>
            <span className="radio-dot" aria-hidden="true" />
            <span>
              {choice.label}
              {choice.detail !== undefined && <span className="option-detail">{choice.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldFoot description={description} error={error} />
    </RadioGroup>
  )
}
