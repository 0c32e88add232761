import { Recommendation } from '#shared/reports/recommendation.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'

const MOST = 20

/** The recommendations, each a field of its own; next year's report looks back on them one by one. */
export function RecommendationFields({
  recommendations,
  onChange,
}: {
  recommendations: readonly Recommendation[]
  onChange: (recommendations: Recommendation[]) => void
}) {
  return (
    <fieldset className="report-advice">
      <legend>{text.recommendations}</legend>
      {recommendations.map((each, index) => (
        <div key={index} className="report-advice-line">
          <TextArea
            label={text.recommendation(index + 1)}
            rows={2}
            value={each.text}
            error={
              each.text.trim() === '' || Recommendation.safeParse(each).success ? undefined : text.tooLong
            }
            onChange={(value) => {
              onChange(recommendations.with(index, { ...each, text: value }))
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
              onChange([...recommendations, { text: '', owner: '' }])
            }}
          >
            {text.addRecommendation}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
