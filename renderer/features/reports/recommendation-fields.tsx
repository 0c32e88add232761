import { Recommendation } from '#shared/reports/recommendation.ts'
import { writingText } from '../../locale/report-draft.ts'
import { reportText as text } from '../../locale/reports.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { LineFields } from './line-fields.tsx'
import { NarrativeWarning, type WarningOf } from './narrative-warnings.tsx'

const MOST = 20

/** The recommendations, each with who would see to it; next year's report looks back on them one by one. */
export function RecommendationFields({
  recommendations,
  warningOf,
  onChange,
}: {
  recommendations: readonly Recommendation[]
  warningOf: WarningOf
  onChange: (recommendations: Recommendation[]) => void
}) {
  return (
    <LineFields
      legend={text.recommendations}
      lines={recommendations}
      most={MOST}
      empty={{ text: '', owner: '' }}
      add={text.addRecommendation}
      remove={text.removeRecommendation}
      onChange={onChange}
    >
      {(each, change, index) => (
        <>
          <TextArea
            label={text.recommendation(index + 1)}
            rows={2}
            value={each.text}
            error={
              each.text.trim() === '' || Recommendation.safeParse(each).success ? undefined : text.tooLong
            }
            onChange={(value) => {
              change({ text: value })
            }}
          />
          <NarrativeWarning>{warningOf('recommendations', index)}</NarrativeWarning>
          <TextField
            label={writingText.owner}
            description={writingText.ownerHint}
            isOptional
            value={each.owner}
            onChange={(owner) => {
              change({ owner })
            }}
          />
          <NarrativeWarning>{warningOf('owners', index)}</NarrativeWarning>
        </>
      )}
    </LineFields>
  )
}
