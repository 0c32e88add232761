import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { type z } from 'zod'

/** A form whose values a schema checks: what is typed (`Input`) and what comes out of it (`Output`). */
export type RecordForm<Input extends FieldValues, Output> = UseFormReturn<Input, unknown, Output>

/**
 * A form for one record. What the schema finds is shown at its field when the form is sent, and from then on
 * while it is mended (`checks`), or until it is sent again. Values that are not known yet are left out of the defaults.
 */
export function useRecordForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaults: DefaultValues<Input>,
  checks: 'onChange' | 'onSubmit' = 'onChange',
): RecordForm<Input, Output> {
  return useForm<Input, unknown, Output>({
    resolver: zodResolver<Input, unknown, Output>(schema),
    defaultValues: defaults,
    shouldFocusError: true,
    reValidateMode: checks,
  })
}
