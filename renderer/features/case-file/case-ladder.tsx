import { casesText } from '../../locale/cases.ts'
import { vocabulary } from '../../locale/vocabulary.ts'
import { Section } from '../../ui/page.tsx'
import { type CaseStanding } from './case-standing.ts'

/** The ladder as it was walked, highest rung on top; what was taken says how often, in words. */
export function CaseLadder({ standing }: { standing: CaseStanding }) {
  const { ladder: text } = casesText
  return (
    <Section title={text.title}>
      <ol className="ladder" reversed>
        {standing.rungs.map(({ rung, times, isHighest }) => (
          <li
            key={rung}
            {...(times > 0 || isHighest ? { 'data-reached': '' } : {})}
            {...(isHighest ? { 'data-highest': '' } : {})}
          >
            <span>
              {vocabulary.rung[rung]}
              {isHighest && <span className="visually-hidden"> ({text.highest})</span>}
            </span>
            {times > 0 && <span className="quiet number">{text.times(times)}</span>}
          </li>
        ))}
      </ol>
      {standing.beside.length > 0 && (
        <p>
          {text.beside}: {standing.beside.map(({ rung }) => vocabulary.rung[rung].toLowerCase()).join(', ')}.
        </p>
      )}
    </Section>
  )
}
