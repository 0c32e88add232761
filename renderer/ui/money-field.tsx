import { type FieldProps } from './field-frame.tsx'
import { NumberField } from './number-field.tsx'

const EUROS: Intl.NumberFormatOptions = { style: 'currency', currency: 'EUR' }

/** An amount: whole cents outside, euros with a comma on the screen. */
export function MoneyField({ value, onChange, ...rest }: FieldProps<number | null>) {
  return (
    <NumberField
      value={value === null ? null : value / 100}
      onChange={(euros) => {
        onChange(euros === null ? null : Math.round(euros * 100))
      }}
      format={EUROS}
      {...rest}
    />
  )
}
