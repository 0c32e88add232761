import { ReportNarrative } from '#shared/reports/report-narrative.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { reportText as text } from '../../locale/reports.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { FollowUpFields } from './follow-up-fields.tsx'
import { NarrativeWarning, type WarningOf } from './narrative-warnings.tsx'
import { RecommendationFields } from './recommendation-fields.tsx'

type Part = 'signals' | 'lookingBack' | 'workPlan'

function tooLong(part: Part, value: string): string | undefined {
  return ReportNarrative.shape[part].safeParse(value).success ? undefined : text.tooLong
}

/** What the advisor writes herself. */
export function NarrativeFields({
  period,
  narrative,
  warningOf,
  onChange,
}: {
  /** Of the report: the work plan is for what comes after. */
  period: ReportPeriod
  narrative: ReportNarrative
  warningOf: WarningOf
  onChange: (narrative: ReportNarrative) => void
}) {
  const change = (part: Partial<ReportNarrative>) => {
    onChange({ ...narrative, ...part })
  }
  return (
    <div className="stack">
      <TextArea
        label={text.signals}
        description={text.signalsHint}
        rows={6}
        value={narrative.signals}
        error={tooLong('signals', narrative.signals)}
        onChange={(signals) => {
          change({ signals })
        }}
      />
      <NarrativeWarning>{warningOf('signals')}</NarrativeWarning>
      <RecommendationFields
        recommendations={narrative.recommendations}
        warningOf={warningOf}
        onChange={(recommendations) => {
          change({ recommendations })
        }}
      />
      <FollowUpFields
        followUps={narrative.followUps}
        warningOf={warningOf}
        onChange={(followUps) => {
          change({ followUps })
        }}
      />
      <TextArea
        label={text.lookingBack}
        value={narrative.lookingBack}
        error={tooLong('lookingBack', narrative.lookingBack)}
        onChange={(lookingBack) => {
          change({ lookingBack })
        }}
      />
      <NarrativeWarning>{warningOf('looking-back')}</NarrativeWarning>
      <TextArea
        label={text.workPlan(period)}
        description={text.listHint}
        value={narrative.workPlan}
        error={tooLong('workPlan', narrative.workPlan)}
        onChange={(workPlan) => {
          change({ workPlan })
        }}
      />
      <NarrativeWarning>{warningOf('work-plan')}</NarrativeWarning>
    </div>
  )
}
