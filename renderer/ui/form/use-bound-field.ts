import { useController, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form'

/** Which field of which form: the path must hold a value of that type. */
export type Bound<Input extends FieldValues, Output, Value> = {
  control: Control<Input, unknown, Output>
  name: FieldPathByValue<Input, Value>
}

/** What a field of the screen needs from the form that it belongs to. */
export function useBoundField<Input extends FieldValues, Output, Value>({
  control,
  name,
}: Bound<Input, Output, Value>) {
  const { field, fieldState } = useController({ control, name })
  return {
    // The path was chosen by the type of its value; what is not filled in yet is undefined.
    value: field.value as Value | undefined,
    onChange: (value: Value) => {
      field.onChange(value)
    },
    onBlur: field.onBlur,
    name: field.name,
    focusRef: field.ref,
    error: fieldState.error?.message,
  }
}
