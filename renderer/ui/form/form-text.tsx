import { type FieldValues } from 'react-hook-form'
import { TextArea, type TextAreaProps } from '../text-area.tsx'
import { TextField, type TextFieldProps } from '../text-field.tsx'
import { useBoundField, type Bound } from './use-bound-field.ts'

type Rest<Props> = Omit<Props, 'value' | 'onChange' | 'onBlur' | 'name' | 'error' | 'focusRef'>

/** A line of text in a form. */
export function FormText<Input extends FieldValues, Output>({
  control,
  name,
  ...rest
}: Bound<Input, Output, string> & Rest<TextFieldProps>) {
  const { value, ...field } = useBoundField({ control, name })
  return <TextField {...rest} {...field} value={value ?? ''} />
}

/** Text of several lines in a form. */
export function FormArea<Input extends FieldValues, Output>({
  control,
  name,
  ...rest
}: Bound<Input, Output, string> & Rest<TextAreaProps>) {
  const { value, ...field } = useBoundField({ control, name })
  return <TextArea {...rest} {...field} value={value ?? ''} />
}
