import { type LeftOut, REPORT_AUDIENCES, REPORT_PARTS } from '#shared/reports/report-audience.ts'
import { versionText as text } from '../../locale/report-draft.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'

/** Which texts each other audience does not get. */
export function VersionFields({
  leftOut,
  onChange,
}: {
  leftOut: LeftOut
  onChange: (leftOut: LeftOut) => void
}) {
  return (
    <div className="stack">
      <p className="quiet">{text.explain}</p>
      {REPORT_AUDIENCES.filter((audience) => audience !== 'board').map((audience) => (
        <CheckboxGroup
          key={audience}
          label={text.leaveOut(text.audiences[audience])}
          value={leftOut[audience]}
          choices={REPORT_PARTS.map((part) => ({ value: part, label: text.parts[part] }))}
          onChange={(parts) => {
            onChange({ ...leftOut, [audience]: parts })
          }}
        />
      ))}
    </div>
  )
}
