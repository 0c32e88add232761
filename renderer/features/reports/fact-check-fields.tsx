import { type FactCheck } from '#shared/reports/report-draft.ts'
import { factCheckText as text } from '../../locale/report-draft.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { calendarDateOrNull } from './typed-dates.ts'

/** How far the organisation is with looking the facts over. */
export function FactCheckFields({
  factCheck,
  onChange,
}: {
  factCheck: FactCheck
  onChange: (factCheck: FactCheck) => void
}) {
  return (
    <div className="stack">
      <p className="quiet">{text.explain}</p>
      {(['sentOn', 'checkedOn'] as const).map((part) => (
        <DateField
          key={part}
          label={text[part]}
          isOptional
          value={factCheck[part]}
          onChange={(typed) => {
            onChange({ ...factCheck, [part]: calendarDateOrNull(typed) })
          }}
        />
      ))}
      <TextField
        label={text.checkedBy}
        isOptional
        value={factCheck.checkedBy}
        onChange={(checkedBy) => {
          onChange({ ...factCheck, checkedBy })
        }}
      />
    </div>
  )
}
