import { type ReportExplanation } from '#shared/statistics/report-explanation.ts'
import { explanationText as text } from '../../locale/report-explanations.ts'
import { type LocationNames } from '../../locale/report-words.ts'
import { Fold } from '../../ui/fold.tsx'

/** Why rows of the draft are not shown, for the advisor alone; nothing when all are. */
export function HiddenRows({
  explanations,
  locations,
}: {
  explanations: readonly ReportExplanation[]
  locations: LocationNames
}) {
  if (explanations.length === 0) return null
  return (
    <Fold title={text.title}>
      <dl className="report-hidden">
        {explanations.map((each) => (
          <div key={text.row(each, locations)}>
            <dt>{text.row(each, locations)}</dt>
            <dd>{text.why(each, locations)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{text.onlyForYou}</p>
    </Fold>
  )
}
