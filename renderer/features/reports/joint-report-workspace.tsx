import { useState } from 'react'
import { useLocation } from 'wouter'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type ReportChoices } from '#shared/reports/report-choices.ts'
import { dimensionsFor } from '#shared/reports/report-dimensions.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { jointText as text } from '../../locale/joint-reports.ts'
import { breakdownText, fallShortText } from '../../locale/report-draft.ts'
import { reportText } from '../../locale/reports.ts'
import { Fold } from '../../ui/fold.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Row } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useToday } from '../../working-set/today.ts'
import { BreakdownFields } from './breakdown-fields.tsx'
import { HiddenRows } from './hidden-rows.tsx'
import { paths } from './paths.ts'
import { PeriodFields } from './period-fields.tsx'
import { ReportPages } from './report-pages.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { StoppedNotice } from './stopped-notice.tsx'
import { useJointOrganisations } from './use-joint-organisations.ts'
import { type JointOf, type JointReportState } from './use-joint-report.ts'
import { VisibleFigures } from './visible-figures.tsx'

type Props = { of: JointOf; state: JointReportState; preview: VaultAnswer<'jointReport.preview'> }

/** A joint report that is being made: the choices on the left, on the right the pages as they will be printed. */
export function JointReportWorkspace({ of, state, preview }: Props) {
  const { report, explanations, fallShort, leftOut } = preview
  const { kind } = of.subject
  const { counted, unsettled } = useJointOrganisations(of)
  const [isChoosing, setChoosing] = useState(false)
  const isOver = daysOf(of.period).to < useToday()
  /** What is on the screen is what would be settled. */
  const isCurrent = !state.isRenewing && state.refusal === null
  return (
    <div className="report-workspace">
      <div className="report-side">
        <Choices
          of={of}
          kept={preview.choices}
          renew={state.renew}
          isOpen={isChoosing}
          onOpenChange={setChoosing}
        />
        {leftOut > 0 && <Notice>{text.leftOut(leftOut)}</Notice>}
        {unsettled > 0 && <Notice>{text.unsettled(unsettled, counted, of.period)}</Notice>}
      </div>
      <div className="report-sheet">
        <div className="report-strip">
          {state.refusal?.refused === 'superseded' ? (
            <StoppedNotice isBehind onAgain={state.renew} />
          ) : (
            <RefusalNotice refusal={state.refusal} />
          )}
          {(isChoosing || state.isRenewing) && (
            <VisibleFigures figures={report.figures} isRenewing={state.isRenewing} onStop={state.stop} />
          )}
          <p>{reportText.proof(report.figures.proof)}</p>
          {fallShort.length > 0 && (
            <Notice tone="warn" title={fallShortText.title}>
              {fallShortText.explain}
            </Notice>
          )}
          {!isOver && <Notice>{reportText.periodRuns(of.period)}</Notice>}
          {isOver && isCurrent && (
            <SaveButtons report={report}>
              <SettleDialog
                title={text.settleTitle(kind, of.period)}
                explain={text.settleExplain(kind, counted - leftOut, of.period)}
                recipientHint={text.recipientHint[kind]}
                confirm={text.settleConfirm[kind]}
                settling={text.settling}
                settle={async (recipient) => {
                  const answer = await ask('jointReport.settle', { ...of, recipient })
                  return isRefusal(answer) ? answer : null
                }}
                onSettled={() => {
                  showToast(text.settled[kind])
                  state.renew()
                }}
              />
            </SaveButtons>
          )}
          <HiddenRows explanations={explanations} locations={report.locations} />
        </div>
        <ReportPages report={report} />
      </div>
    </div>
  )
}

type ChoicesProps = {
  of: JointOf
  kept: ReportChoices
  renew: () => void
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Which period, and which breakdowns; each choice is kept at once. */
function Choices({ of, kept, renew, ...fold }: ChoicesProps) {
  const { subject, period } = of
  const isGroup = subject.kind === 'group'
  const [, navigate] = useLocation()
  const [choices, setChoices] = useState(kept)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const choose = async (chosen: ReportChoices) => {
    setChoices(chosen)
    const answer = await ask('jointReport.saveChoices', { ...of, choices: chosen })
    setRefusal(isRefusal(answer) ? answer : null)
    if (!isRefusal(answer)) renew()
  }
  return (
    <>
      <Row>
        <PeriodFields
          period={period}
          onlyYears={!isGroup}
          onChange={(to) => {
            navigate(paths.joint(subject, to))
          }}
        />
      </Row>
      <p>{text.forWhom[subject.kind]}</p>
      <p className="quiet">{text.draft}</p>
      <Fold title={breakdownText.title} {...fold}>
        <BreakdownFields
          choices={choices}
          offered={dimensionsFor(period).filter((name) => isGroup || name !== 'location')}
          withCrossTables={isGroup}
          onChange={(chosen) => void choose(chosen)}
        />
      </Fold>
      <RefusalNotice refusal={refusal} />
    </>
  )
}
