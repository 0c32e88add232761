import { ReportNarrative } from '#shared/reports/annual-report.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'

const MOST = 20
const Recommendation = ReportNarrative.shape.recommendations.element

/** The recommendations, each a field of its own; next year's report looks back on them one by one. */
export function RecommendationFields({
  recommendations,
  onChange,
}: {
  recommendations: readonly string[]
  onChange: (recommendations: string[]) => void
}) {
  return (
    <fieldset className="report-advice">
      <legend>{text.recommendations}</legend>
      {recommendations.map((each, index) => (
        <div key={index} className="report-advice-line">
          <TextArea
            label={text.recommendation(index + 1)}
            rows={2}
            value={each}
            error={each.trim() === '' || Recommendation.safeParse(each).success ? undefined : text.tooLong}
            onChange={(value) => {
              onChange(recommendations.with(index, value))
            }}
          />
          <Button
            variant="plain"
            label={text.removeRecommendation(index + 1)}
            onPress={() => {
              onChange(recommendations.filter((_, other) => other !== index))
            }}
          >
            {text.remove}
          </Button>
        </div>
      ))}
      {recommendations.length < MOST && (
        <div>
          <Button
            onPress={() => {
              onChange([...recommendations, ''])
            }}
          >
            {text.addRecommendation}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
