import { type FieldValues } from 'react-hook-form'
import { Checkbox, type CheckboxProps } from '../checkbox.tsx'
import { CheckboxGroup, type CheckboxGroupProps } from '../checkbox-group.tsx'
import { ComboField, type ComboFieldProps } from '../combo-field.tsx'
import { RadioField, type RadioFieldProps } from '../radio-field.tsx'
import { SelectField, type SelectFieldProps } from '../select-field.tsx'
import { useBoundField, type Bound } from './use-bound-field.ts'

type Rest<Props> = Omit<Props, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'focusRef'>

/** One of a short list in a form. */
export function FormSelect<Input extends FieldValues, Output, Value extends string>({
  control,
  name,
  ...rest
}: Bound<Input, Output, Value | null> & Rest<SelectFieldProps<Value>>) {
  const { value, ...field } = useBoundField<Input, Output, Value | null>({ control, name })
  return <SelectField {...rest} {...field} value={value ?? null} />
}

/** One of a long list in a form, found by typing. */
export function FormCombo<Input extends FieldValues, Output, Value extends string>({
  control,
  name,
  ...rest
}: Bound<Input, Output, Value | null> & Rest<ComboFieldProps<Value>>) {
  const { value, ...field } = useBoundField<Input, Output, Value | null>({ control, name })
  return <ComboField {...rest} {...field} value={value ?? null} />
}

/** One of a few in a form, all seen at once. */
export function FormRadio<Input extends FieldValues, Output, Value extends string>({
  control,
  name,
  ...rest
}: Bound<Input, Output, Value | null> & Rest<RadioFieldProps<Value>>) {
  const { value, ...field } = useBoundField<Input, Output, Value | null>({ control, name })
  return <RadioField {...rest} {...field} value={value ?? null} />
}

/** Several of a list in a form. */
export function FormCheckboxes<Input extends FieldValues, Output, Value extends string>({
  control,
  name,
  ...rest
}: Bound<Input, Output, Value[]> & Rest<CheckboxGroupProps<Value>>) {
  const { value, ...field } = useBoundField<Input, Output, Value[]>({ control, name })
  return <CheckboxGroup {...rest} {...field} value={value ?? []} />
}

/** Something that is so or not, in a form. */
export function FormCheckbox<Input extends FieldValues, Output>({
  control,
  name,
  children,
}: Bound<Input, Output, boolean> & Pick<CheckboxProps, 'children'>) {
  const { value, onChange } = useBoundField<Input, Output, boolean>({ control, name })
  return (
    <Checkbox isSelected={value ?? false} onChange={onChange}>
      {children}
    </Checkbox>
  )
}
