import { FollowUp, WHAT_BECAME } from '#shared/reports/recommendation.ts'
import { writingText as text } from '../../locale/report-draft.ts'
import { reportText } from '../../locale/reports.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NarrativeWarning, type WarningOf } from './narrative-warnings.tsx'

/** What became of each recommendation of the report before; nothing when there were none. */
export function FollowUpFields({
  followUps,
  warningOf,
  onChange,
}: {
  followUps: readonly FollowUp[]
  warningOf: WarningOf
  onChange: (followUps: FollowUp[]) => void
}) {
  if (followUps.length === 0) return null
  const change = (index: number, part: Partial<FollowUp>) => {
    onChange(followUps.map((each, other) => (other === index ? { ...each, ...part } : each)))
  }
  return (
    <fieldset className="report-lines">
      <legend>{text.followUps}</legend>
      {followUps.map((each, index) => (
        <div key={each.text} className="report-line">
          <p>{each.owner === '' ? each.text : `${each.text} (${each.owner})`}</p>
          <SelectField
            label={text.became}
            value={each.became}
            choices={WHAT_BECAME.map((became) => ({ value: became, label: text.becameWords[became] }))}
            onChange={(became) => {
              if (became !== null) change(index, { became })
            }}
          />
          <TextField
            label={text.remark}
            isOptional
            width="full"
            value={each.remark}
            error={FollowUp.shape.remark.safeParse(each.remark).success ? undefined : reportText.tooLong}
            onChange={(remark) => {
              change(index, { remark })
            }}
          />
          <NarrativeWarning>{warningOf('follow-ups', index)}</NarrativeWarning>
        </div>
      ))}
    </fieldset>
  )
}
