import { type ReactNode } from 'react'
import { type StatedComplaints } from '#shared/reports/organisation-statement.ts'
import { statementText as text } from '../../locale/report-draft.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LineFields } from './line-fields.tsx'

const MOST = 200
const NOTHING_YET: StatedComplaints = { stage: 'informal', kind: '', cause: '', count: 1 }

/** Complaints by kind and cause, as the organisation counted them. */
export function StatedComplaintsFields({
  items,
  onChange,
  children,
}: {
  items: readonly StatedComplaints[]
  onChange: (items: StatedComplaints[]) => void
  children: ReactNode
}) {
  return (
    <div className="stack">
      <LineFields
        legend={text.complaints}
        lines={items}
        most={MOST}
        empty={NOTHING_YET}
        add={text.addComplaint}
        remove={(number) => text.removeLine(text.complaint(number))}
        onChange={onChange}
      >
        {(item, change, index) => (
          <div role="group" aria-label={text.complaint(index + 1)} className="stack">
            <TextField
              label={text.kind}
              value={item.kind}
              error={item.kind.trim() === '' ? text.lineMissing : undefined}
              onChange={(kind) => {
                change({ kind })
              }}
            />
            <TextField
              label={text.cause}
              isOptional
              value={item.cause}
              onChange={(cause) => {
                change({ cause })
              }}
            />
            <div className="row">
              <SelectField
                label={text.stage}
                value={item.stage}
                choices={(['informal', 'escalated'] as const).map((stage) => ({
                  value: stage,
                  label: text.stages[stage],
                }))}
                onChange={(stage) => {
                  if (stage !== null) change({ stage })
                }}
              />
              <NumberField
                label={text.count}
                value={item.count}
                onChange={(count) => {
                  change({ count: count ?? 0 })
                }}
              />
            </div>
          </div>
        )}
      </LineFields>
      {children}
    </div>
  )
}
