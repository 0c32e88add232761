import { type Destruction } from '#shared/casework/destruction.ts'
import { longDate } from '../../locale/dates.ts'
import { securityText } from '../../locale/security.ts'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { usePractice } from '../../working-set/practice.ts'
import { useRows } from '../../working-set/rows.ts'
import { SaveCertificate } from './save-certificate.tsx'

function stillThere({ copiesOutOfReach }: Destruction): number {
  return copiesOutOfReach.filter(({ goneOn }) => goneOn === null).length
}

/** What was destroyed, newest first, each with its certificate. */
export function DestructionsSection() {
  const { destructions: text } = securityText
  const destructions = useRows('destructions')
  const practice = usePractice()
  if (destructions === undefined || practice === undefined) return null
  const rows = [...destructions].sort((a, b) => b.destroyedOn.localeCompare(a.destroyedOn))
  return (
    <Section title={text.title}>
      {rows.length === 0 ? (
        <p className="quiet">{text.none}</p>
      ) : (
        <Table
          caption={text.caption}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'reference', heading: text.columns.reference, cell: ({ reference }) => reference },
            { key: 'what', heading: text.columns.what, cell: ({ what }) => text.what[what] },
            { key: 'on', heading: text.columns.on, cell: ({ destroyedOn }) => longDate(destroyedOn) },
            {
              key: 'state',
              heading: text.columns.state,
              cell: (row) => (stillThere(row) === 0 ? text.closed : text.open(stillThere(row))),
            },
            {
              key: 'acts',
              heading: text.columns.acts,
              cell: (row) => <SaveCertificate destruction={row} advisorName={practice.advisorName} />,
            },
          ]}
        />
      )}
    </Section>
  )
}
