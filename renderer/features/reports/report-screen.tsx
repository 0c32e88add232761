import './report-screen.css'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { lastYearOf } from '#shared/reports/reported-time.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { reportsText, reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useProgress } from '../../working-set/progress.ts'
import { useRow } from '../../working-set/rows.ts'
import { paths } from './paths.ts'
import { ContributionInTheWay } from './contribution-in-the-way.tsx'
import { ReportChoices } from './report-choices.tsx'
import { ReportWorkspace } from './report-workspace.tsx'
import { SettledReport } from './settled-report.tsx'
import { StoppedNotice } from './stopped-notice.tsx'
import { useReport } from './use-report.ts'

type Props = { organisationId: string; period: ReportPeriod }

/** The report of one organisation and period: being written, or as it was settled. */
export function ReportScreen({ organisationId, period }: Props) {
  const organisation = useRow('organisations', organisationId)
  if (organisation === undefined) return null
  if (organisation === null)
    return (
      <Page title={reportsText.title}>
        <p>{reportsText.gone}</p>
        <p>
          <TextLink to={paths.all}>{reportsText.back}</TextLink>
        </p>
      </Page>
    )
  return <OfOrganisation organisation={organisation} period={period} />
}

function OfOrganisation({ organisation, period }: { organisation: Organisation; period: ReportPeriod }) {
  const state = useReport(organisation.id, period)
  const { preview, refusal } = state
  const title = text.title(period, organisation.name)
  const back = <TextLink to={paths.year(lastYearOf(period))}>{reportsText.back}</TextLink>
  if (preview === null)
    return (
      <Page title={title} lead={back}>
        {state.isRenewing || refusal === null ? (
          <Preparing onStop={state.stop} />
        ) : (
          <>
            <ReportChoices organisationId={organisation.id} period={period} />
            {refusal.refused === 'superseded' ? (
              <StoppedNotice isBehind={false} onAgain={state.renew} />
            ) : (
              <RefusalNotice refusal={refusal} />
            )}
            {refusal.refused === 'contribution-in-the-way' && (
              <ContributionInTheWay
                organisation={organisation}
                period={period}
                tooFine={refusal.fields ?? []}
                renew={state.renew}
              />
            )}
            {refusal.refused === 'engagement-missing' && (
              <p>
                <TextLink to={paths.contract(organisation.id)}>{text.contract}</TextLink>
              </p>
            )}
          </>
        )}
      </Page>
    )
  return (
    <Page title={title} lead={back}>
      {preview.report.status === 'settled' ? (
        <SettledReport preview={preview} />
      ) : (
        <ReportWorkspace state={state} preview={preview} />
      )}
    </Page>
  )
}

function Preparing({ onStop }: { onStop: () => void }) {
  const progress = useProgress('report')
  return (
    <>
      <Progress label={text.preparing} done={progress?.done ?? 0} total={progress?.total ?? 0} />
      <div>
        <Button onPress={onStop}>{text.stop}</Button>
      </div>
    </>
  )
}
