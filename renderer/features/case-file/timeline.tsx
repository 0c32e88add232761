import { type WholeCase } from '#shared/contracts/vault.ts'
import { casesText } from '../../locale/cases.ts'
import { Section } from '../../ui/page.tsx'
import { Moment } from './moment.tsx'
import { timelineOrder } from './timeline-order.ts'

/** Contacts and steps of a case as one column in time, newest on top. */
export function Timeline({ whole }: { whole: WholeCase }) {
  const { caseFile, entries, possibleBsn } = whole
  return (
    <Section title={casesText.case.timeline}>
      {entries.length === 0 && <p className="quiet">{casesText.case.emptyTimeline}</p>}
      <ol className="timeline">
        {timelineOrder(entries).map((entry) => (
          <Moment
            key={entry.id}
            caseId={caseFile.id}
            entry={entry}
            mayHoldBsn={possibleBsn.includes(entry.id)}
          />
        ))}
      </ol>
    </Section>
  )
}
