import { type FieldValues } from 'react-hook-form'
import { DateField } from '../date-field.tsx'
import { type FieldProps } from '../field-frame.tsx'
import { NumberField, type NumberFieldProps } from '../number-field.tsx'
import { useBoundField, type Bound } from './use-bound-field.ts'

type Rest<Props> = Omit<Props, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'focusRef'>

/** A whole number in a form. */
export function FormNumber<Input extends FieldValues, Output>({
  control,
  name,
  ...rest
}: Bound<Input, Output, number | null> & Rest<NumberFieldProps>) {
  const { value, ...field } = useBoundField<Input, Output, number | null>({ control, name })
  return <NumberField {...rest} {...field} value={value ?? null} />
}

/** A day in a form. */
export function FormDate<Input extends FieldValues, Output>({
  control,
  name,
  ...rest
}: Bound<Input, Output, string | null> & Rest<FieldProps<string | null>>) {
  const { value, ...field } = useBoundField<Input, Output, string | null>({ control, name })
  return <DateField {...rest} {...field} value={value ?? null} />
}
