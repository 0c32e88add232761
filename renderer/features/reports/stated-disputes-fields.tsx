import { type ReactNode } from 'react'
import { type Location } from '#shared/organisations/location.ts'
import { type StatedDisputes } from '#shared/reports/organisation-statement.ts'
import { statementText as text } from '../../locale/report-draft.ts'
import { Button } from '../../ui/button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LineFields } from './line-fields.tsx'

const MOST = 500
const NOTHING_YET: StatedDisputes = { location: '', lrkNumber: '', place: '', disputes: 0 }

/** Disputes by location; the locations under contract are taken over at once, each with none. */
export function StatedDisputesFields({
  stated,
  known,
  onChange,
  children,
}: {
  stated: readonly StatedDisputes[]
  known: readonly Location[]
  onChange: (stated: StatedDisputes[]) => void
  children: ReactNode
}) {
  const missing = known.filter(({ lrkNumber }) => !stated.some((one) => one.lrkNumber === lrkNumber))
  return (
    <div className="stack">
      <LineFields
        legend={text.disputes}
        lines={stated}
        most={MOST}
        empty={NOTHING_YET}
        add={text.addLocation}
        remove={(number) => text.removeLine(text.location(number))}
        onChange={onChange}
      >
        {(one, change, index) => (
          <div role="group" aria-label={text.location(index + 1)} className="stack">
            <TextField
              label={text.locationName}
              value={one.location}
              error={one.location.trim() === '' ? text.lineMissing : undefined}
              onChange={(location) => {
                change({ location })
              }}
            />
            <div className="row">
              <TextField
                label={text.lrkNumber}
                isOptional
                width="short"
                value={one.lrkNumber}
                onChange={(lrkNumber) => {
                  change({ lrkNumber })
                }}
              />
              <TextField
                label={text.place}
                isOptional
                width="short"
                value={one.place}
                onChange={(place) => {
                  change({ place })
                }}
              />
              <NumberField
                label={text.disputeCount}
                value={one.disputes}
                onChange={(disputes) => {
                  change({ disputes: disputes ?? 0 })
                }}
              />
            </div>
          </div>
        )}
      </LineFields>
      {missing.length > 0 && (
        <div>
          <Button
            onPress={() => {
              onChange([...stated, ...missing.map(withoutDisputes)].slice(0, MOST))
            }}
          >
            {text.allLocations}
          </Button>
        </div>
      )}
      {children}
    </div>
  )
}

function withoutDisputes({ name, lrkNumber, address }: Location): StatedDisputes {
  return { location: name, lrkNumber, place: address.city, disputes: 0 }
}
