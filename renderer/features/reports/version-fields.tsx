import {
  type LeftOut,
  REPORT_AUDIENCES,
  REPORT_PARTS,
  type ReportAudience,
} from '#shared/reports/report-audience.ts'
import { versionText as text } from '../../locale/report-draft.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'

type Props = { leftOut: LeftOut; onChange: (leftOut: LeftOut) => void }

/** Which texts each other audience does not get. */
export function VersionFields({ leftOut, onChange }: Props) {
  return (
    <div className="stack">
      <p className="quiet">{text.explain}</p>
      {REPORT_AUDIENCES.filter((audience) => audience !== 'board').map((audience) => (
        <LeftOutOfVersion key={audience} audience={audience} leftOut={leftOut} onChange={onChange} />
      ))}
    </div>
  )
}

/** The same of one audience. */
export function LeftOutOfVersion({ audience, leftOut, onChange }: Props & { audience: ReportAudience }) {
  return (
    <CheckboxGroup
      label={text.leaveOut(text.audiences[audience])}
      value={leftOut[audience]}
      choices={REPORT_PARTS.map((part) => ({ value: part, label: text.parts[part] }))}
      onChange={(parts) => {
        onChange({ ...leftOut, [audience]: parts })
      }}
    />
  )
}
