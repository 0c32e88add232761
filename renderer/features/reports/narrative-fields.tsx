import { ReportNarrative } from '#shared/reports/report-narrative.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { hasNumbers } from './numbers-in-text.ts'
import { RecommendationFields } from './recommendation-fields.tsx'
import { useLastAdvice } from './use-last-advice.ts'
import { type NarrativeBeingWritten } from './use-narrative.ts'

type Part = 'signals' | 'lookingBack' | 'workPlan'

function tooLong(part: Part, value: string): string | undefined {
  return ReportNarrative.shape[part].safeParse(value).success ? undefined : text.tooLong
}

/** What the advisor writes herself. */
export function NarrativeFields({
  organisationId,
  year,
  narrative,
}: {
  organisationId: string
  year: number
  narrative: NarrativeBeingWritten
}) {
  const { typed, change, refusal } = narrative
  const lastAdvice = useLastAdvice(organisationId, year - 1)
  return (
    <div className="stack">
      <TextArea
        label={text.signals}
        description={text.signalsHint}
        rows={6}
        value={typed.signals}
        error={tooLong('signals', typed.signals)}
        onChange={(signals) => {
          change({ signals })
        }}
      />
      <RecommendationFields
        recommendations={typed.recommendations}
        onChange={(recommendations) => {
          change({ recommendations })
        }}
      />
      {lastAdvice.length > 0 && (
        <div className="quiet">
          <p>{text.lastAdvice(year - 1)}</p>
          <ol className="report-last-advice">
            {lastAdvice.map((each, index) => (
              <li key={index}>{each}</li>
            ))}
          </ol>
        </div>
      )}
      <TextArea
        label={text.lookingBack}
        value={typed.lookingBack}
        error={tooLong('lookingBack', typed.lookingBack)}
        onChange={(lookingBack) => {
          change({ lookingBack })
        }}
      />
      <TextArea
        label={text.workPlan(year + 1)}
        description={text.listHint}
        value={typed.workPlan}
        error={tooLong('workPlan', typed.workPlan)}
        onChange={(workPlan) => {
          change({ workPlan })
        }}
      />
      {hasNumbers(
        [typed.signals, ...typed.recommendations.map((each) => each.text), typed.lookingBack].join(' '),
      ) && (
        <Notice tone="warn" title={text.numbersTitle}>
          {text.numbers}
        </Notice>
      )}
      <RefusalNotice refusal={refusal} />
    </div>
  )
}
