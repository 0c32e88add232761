import { type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { type OrganisationStatement } from '#shared/reports/organisation-statement.ts'
import { statementText as text } from '../../locale/report-draft.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useRowsOf } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { NarrativeWarning, type WarningOf } from './narrative-warnings.tsx'
import { StatedComplaintsFields } from './stated-complaints-fields.tsx'
import { StatedDisputesFields } from './stated-disputes-fields.tsx'
import { calendarDateOrNull } from './typed-dates.ts'

type Props = {
  organisation: { id: string; name: string }
  statement: OrganisationStatement
  warningOf: WarningOf
  onChange: (statement: OrganisationStatement) => void
}

/** What the organisation itself says of complaints and disputes, with its source and date. */
export function StatementFields({ organisation, statement, warningOf, onChange }: Props) {
  const today = useToday()
  const locations = useRowsOf('locations', organisation.id) ?? []
  const origin = { source: text.defaultSource(organisation.name), statedOn: today, remark: '' }
  const { complaints, disputes } = statement
  return (
    <div className="stack">
      <p className="quiet">{text.explain}</p>
      {complaints === null ? (
        <Button
          onPress={() => {
            onChange({ ...statement, complaints: { ...origin, items: [] } })
          }}
        >
          {text.addComplaints}
        </Button>
      ) : (
        <StatedComplaintsFields
          items={complaints.items}
          onChange={(items) => {
            onChange({ ...statement, complaints: { ...complaints, items } })
          }}
        >
          <Origin
            value={complaints}
            warning={warningOf('stated-complaints')}
            remove={text.removeComplaints}
            onChange={(part) => {
              onChange({ ...statement, complaints: part === null ? null : { ...complaints, ...part } })
            }}
          />
        </StatedComplaintsFields>
      )}
      {disputes === null ? (
        <Button
          onPress={() => {
            onChange({ ...statement, disputes: { ...origin, locations: [] } })
          }}
        >
          {text.addDisputes}
        </Button>
      ) : (
        <StatedDisputesFields
          stated={disputes.locations}
          known={locations}
          onChange={(stated) => {
            onChange({ ...statement, disputes: { ...disputes, locations: stated } })
          }}
        >
          <Origin
            value={disputes}
            warning={warningOf('stated-disputes')}
            remove={text.removeDisputes}
            onChange={(part) => {
              onChange({ ...statement, disputes: part === null ? null : { ...disputes, ...part } })
            }}
          />
        </StatedDisputesFields>
      )}
    </div>
  )
}

type OriginPart = { source: string; statedOn: CalendarDate; remark: string }

/** Where a statement comes from, of which day it is, and the way to leave it out. */
function Origin({
  value,
  warning,
  remove,
  onChange,
}: {
  value: OriginPart
  /** What may point at somebody in what is stated, its source and the remark. */
  warning: string
  remove: string
  onChange: (part: Partial<OriginPart> | null) => void
}) {
  return (
    <>
      <TextField
        label={text.source}
        width="full"
        value={value.source}
        error={value.source.trim() === '' ? text.sourceMissing : undefined}
        onChange={(source) => {
          onChange({ source })
        }}
      />
      <DateField
        label={text.statedOn}
        value={value.statedOn}
        onChange={(typed) => {
          const statedOn = calendarDateOrNull(typed)
          if (statedOn !== null) onChange({ statedOn })
        }}
      />
      <TextField
        label={text.remark}
        width="full"
        isOptional
        value={value.remark}
        onChange={(remark) => {
          onChange({ remark })
        }}
      />
      <NarrativeWarning>{warning}</NarrativeWarning>
      <div>
        <Button
          variant="plain"
          onPress={() => {
            onChange(null)
          }}
        >
          {remove}
        </Button>
      </div>
    </>
  )
}
