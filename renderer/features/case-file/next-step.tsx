import { casesText } from '../../locale/cases.ts'
import { Section } from '../../ui/page.tsx'
import { useRow } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'

/** What was agreed to happen next, and whether that day has passed. */
export function NextStep({ caseId }: { caseId: string }) {
  const { next: text } = casesText
  const today = useToday()
  const followUpOn = useRow('cases', caseId)?.followUpOn ?? null
  return (
    <Section title={text.title}>
      {followUpOn === null ? (
        <p className="quiet">{text.none}</p>
      ) : followUpOn < today ? (
        <p className="late">{text.late(followUpOn)}</p>
      ) : (
        <p>{followUpOn === today ? text.today : text.on(followUpOn)}</p>
      )}
    </Section>
  )
}
