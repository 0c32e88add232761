import { type TeamMember } from '#shared/reports/report-team.ts'
import { teamText as text } from '../../locale/report-draft.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { calendarDateOrNull } from './typed-dates.ts'
import { LineFields } from './line-fields.tsx'
import { NarrativeWarning, type WarningOf } from './narrative-warnings.tsx'

const MOST = 40

const NOBODY_YET: TeamMember = {
  name: '',
  position: 'external',
  forWhom: '',
  certificate: '',
  certifiedUntil: null,
  from: null,
  until: null,
  remark: '',
}

/** The other advisors that people could turn to. */
export function TeamFields({
  team,
  warningOf,
  onChange,
}: {
  team: readonly TeamMember[]
  warningOf: WarningOf
  onChange: (team: TeamMember[]) => void
}) {
  return (
    <div className="stack">
      <p className="quiet">{text.explain}</p>
      <LineFields
        legend={text.title}
        lines={team}
        most={MOST}
        empty={NOBODY_YET}
        add={text.add}
        remove={text.remove}
        onChange={onChange}
      >
        {(member, change, index) => (
          <div role="group" aria-label={text.member(index + 1)} className="stack">
            <TextField
              label={text.name}
              isOptional
              value={member.name}
              onChange={(name) => {
                change({ name })
              }}
            />
            <SelectField
              label={text.position}
              value={member.position}
              choices={(['external', 'internal'] as const).map((position) => ({
                value: position,
                label: text.positions[position],
              }))}
              onChange={(position) => {
                if (position !== null) change({ position })
              }}
            />
            <TextField
              label={text.forWhom}
              isOptional
              value={member.forWhom}
              onChange={(forWhom) => {
                change({ forWhom })
              }}
            />
            <TextField
              label={text.certificate}
              isOptional
              value={member.certificate}
              onChange={(certificate) => {
                change({ certificate })
              }}
            />
            <div className="row">
              {(['certifiedUntil', 'from', 'until'] as const).map((part) => (
                <DateField
                  key={part}
                  label={text[part]}
                  isOptional
                  value={member[part]}
                  onChange={(typed) => {
                    change({ [part]: calendarDateOrNull(typed) })
                  }}
                />
              ))}
            </div>
            <TextField
              label={text.remark}
              isOptional
              width="full"
              value={member.remark}
              onChange={(remark) => {
                change({ remark })
              }}
            />
            <NarrativeWarning>{warningOf('team', index)}</NarrativeWarning>
          </div>
        )}
      </LineFields>
    </div>
  )
}
