import { parseDate, type CalendarDate as AriaDate } from '@internationalized/date'
import { useImperativeHandle, useRef } from 'react'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'

/** A day that is typed as d-m-jjjj; outside it is `YYYY-MM-DD`, or `null` while it is not a whole date. */
export function DateField({
  label,
  value,
  onChange,
  description,
  error,
  isOptional = false,
  width = 'ordinary',
  focusRef,
  ...rest
}: FieldProps<string | null>) {
  const input = useRef<HTMLDivElement | null>(null)
  useImperativeHandle(focusRef ?? null, () => ({
    // The day, where typing starts.
    focus: () => input.current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus(),
  }))
  return (
    <AriaDateField<AriaDate>
      className="field"
      data-width={width}
      value={value === null || value === '' ? null : parseDate(value)}
      onChange={(date) => {
        onChange(date?.toString() ?? null)
      }}
      granularity="day"
      shouldForceLeadingZeros={false}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <DateInput className="field-input date-segments" ref={input}>
        {(segment) => <DateSegment className="date-segment" segment={segment} />}
      </DateInput>
      <FieldFoot description={description} error={error} />
    </AriaDateField>
  )
}
