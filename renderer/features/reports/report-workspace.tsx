import { useMemo, useState } from 'react'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import {
  breakdownText,
  factCheckText,
  fallShortText,
  statementText,
  teamText,
  versionText,
} from '../../locale/report-draft.ts'
import { contributionText } from '../../locale/contributions.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Fold } from '../../ui/fold.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { useToday } from '../../working-set/today.ts'
import { BreakdownFields } from './breakdown-fields.tsx'
import { FactCheckFields } from './fact-check-fields.tsx'
import { HiddenRows } from './hidden-rows.tsx'
import { NarrativeFields } from './narrative-fields.tsx'
import { ActivityWarnings, useWarnings } from './narrative-warnings.tsx'
import { OfferComparison } from './offer-comparison.tsx'
import { PlanAhead } from './plan-ahead.tsx'
import { ReportChoices } from './report-choices.tsx'
import { ReportPages } from './report-pages.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { SettleReport } from './settle-report.tsx'
import { StatementFields } from './statement-fields.tsx'
import { Together } from './together.tsx'
import { StoppedNotice } from './stopped-notice.tsx'
import { TeamFields } from './team-fields.tsx'
import { useContributions } from './use-contributions.ts'
import { useDraft } from './use-draft.ts'
import { type ReportState } from './use-report.ts'
import { VersionFields } from './version-fields.tsx'
import { VisibleFigures } from './visible-figures.tsx'

type Props = { state: ReportState; preview: VaultAnswer<'report.preview'> }

/** A report that is being written: the choices on the left, on the right the pages as they will be printed. */
export function ReportWorkspace({ state, preview }: Props) {
  const { report, explanations, fallShort } = preview
  const draft = useDraft(report, preview.draft)
  const { typed, change } = draft
  const warningOf = useWarnings(typed, report)
  const [isChoosing, setChoosing] = useState(false)
  const asWritten = useMemo((): AnnualReport => {
    const { narrative, team, statement, factCheck } = draft.kept
    return { ...report, narrative, team, statement, factCheck }
  }, [report, draft.kept])
  const { organisationId, organisationName, period } = report
  const contributions = useContributions(organisationId, period)
  const isOver = daysOf(period).to < useToday()
  /** What is on the screen is what would be settled. */
  const isCurrent = !state.isRenewing && state.refusal === null
  return (
    <div className="report-workspace" {...(draft.refusal === null ? {} : { 'data-unsaved': '' })}>
      <div className="report-side">
        <ReportChoices organisationId={organisationId} period={period} draft={draft} />
        <p className="quiet">{text.draft}</p>
        <Fold title={breakdownText.title} isOpen={isChoosing} onOpenChange={setChoosing}>
          <BreakdownFields
            choices={typed.choices}
            onChange={(choices) => {
              change({ choices })
              void draft.flush().then(state.renew)
            }}
          />
        </Fold>
        <NarrativeFields
          period={period}
          narrative={typed.narrative}
          warningOf={warningOf}
          onChange={(narrative) => {
            change({ narrative })
          }}
        />
        <ActivityWarnings activities={report.activities} warningOf={warningOf} />
        <Fold title={teamText.title}>
          <TeamFields
            team={typed.team}
            warningOf={warningOf}
            onChange={(team) => {
              change({ team })
            }}
          />
        </Fold>
        <Together
          organisation={{ id: organisationId, name: organisationName }}
          period={period}
          state={contributions}
          onCounted={state.renew}
        />
        <Fold title={statementText.title}>
          <StatementFields
            organisation={{ id: organisationId, name: organisationName }}
            statement={typed.statement}
            warningOf={warningOf}
            onChange={(statement) => {
              change({ statement })
            }}
          />
        </Fold>
        <Fold title={factCheckText.title}>
          <FactCheckFields
            factCheck={typed.factCheck}
            onChange={(factCheck) => {
              change({ factCheck })
            }}
          />
        </Fold>
        <Fold title={versionText.title}>
          <VersionFields
            leftOut={typed.leftOut}
            onChange={(leftOut) => {
              change({ leftOut })
            }}
          />
        </Fold>
        <PlanAhead organisationId={organisationId} />
        <OfferComparison report={report} />
        <RefusalNotice refusal={draft.refusal} />
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
          <p>{text.proof(report.figures.proof)}</p>
          {fallShort.length > 0 && (
            <Notice tone="warn" title={fallShortText.title}>
              {fallShortText.explain}
            </Notice>
          )}
          <SaveButtons report={asWritten}>
            {isOver && isCurrent && contributions.given.length === 0 && (
              <SettleReport report={report} beforehand={draft.flush} onSettled={state.renew} />
            )}
          </SaveButtons>
          <p className="quiet">{text.draftOnly}</p>
          {!isOver && <Notice>{text.periodRuns(period)}</Notice>}
          {contributions.given.length > 0 && (
            <Notice tone="warn" title={contributionText.given.title}>
              {contributionText.given.explain}
            </Notice>
          )}
          <HiddenRows explanations={explanations} locations={report.locations} />
        </div>
        <ReportPages report={asWritten} />
      </div>
    </div>
  )
}
