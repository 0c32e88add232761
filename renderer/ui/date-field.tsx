import { parseDate, type CalendarDate as AriaDate } from '@internationalized/date'
import { useImperativeHandle, useRef, useState } from 'react'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldProps } from './field-frame.tsx'
import { inThisCentury, separatorKeys } from './typed-date.ts'

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
  onBlur = () => {},
  ...rest
}: FieldProps<string | null>) {
  const input = useRef<HTMLDivElement | null>(null)
  useImperativeHandle(focusRef ?? null, () => ({
    // The day, where typing starts.
    focus: () => input.current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus(),
  }))
  const [onSeparator] = useState(separatorKeys)
  return (
    <AriaDateField<AriaDate>
      className="field"
      data-width={width}
      value={value === null || value === '' ? null : parseDate(value)}
      onChange={(date) => {
        onChange(date?.toString() ?? null)
      }}
      onBlur={() => {
        if (value !== null && inThisCentury(value) !== value) onChange(inThisCentury(value))
        onBlur()
      }}
      granularity="day"
      shouldForceLeadingZeros={false}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...rest}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div onKeyDownCapture={onSeparator}>
        <DateInput className="field-input date-segments" ref={input}>
          {(segment) => <DateSegment className="date-segment" segment={segment} />}
        </DateInput>
      </div>
      <FieldFoot description={description} error={error} />
    </AriaDateField>
  )
}
