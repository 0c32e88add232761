import { type WholeCase } from '#shared/contracts/vault.ts'
import { casesText } from '../../locale/cases.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Section } from '../../ui/page.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseLadder } from './case-ladder.tsx'
import { caseStanding } from './case-standing.ts'
import { DestroyFold } from './destruction/destroy-fold.tsx'
import { NextStep } from './next-step.tsx'
import { PersonsFold } from './persons-fold.tsx'

/** Where a case stands: ladder, next step, consent, what is known, and persons behind a click. */
export function CaseAside({ whole }: { whole: WholeCase }) {
  const { caseFile, entries, persons } = whole
  const standing = caseStanding(entries)
  const { consent: text } = casesText
  return (
    <>
      <NextStep caseId={caseFile.id} />
      <CaseLadder standing={standing} />
      <Section title={text.title}>
        {standing.consents.length === 0 ? (
          <p className="quiet">{text.none}</p>
        ) : (
          <ul>
            {standing.consents.map(({ id, rung, consent, on }) => (
              <li key={id}>{text.line(vocabulary.rung[rung], vocabulary.consent[consent], on)}</li>
            ))}
          </ul>
        )}
      </Section>
      <CaseFacts whole={whole} />
      <PersonsFold caseId={caseFile.id} persons={persons} />
      <DestroyFold whole={whole} />
    </>
  )
}
