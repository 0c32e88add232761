import './report-screen.css'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { reportsText, reportText as text } from '../../locale/reports.ts'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useProgress } from '../../working-set/progress.ts'
import { useRow } from '../../working-set/rows.ts'
import { paths } from './paths.ts'
import { ReportWorkspace } from './report-workspace.tsx'
import { SettledReport } from './settled-report.tsx'
import { useReport } from './use-report.ts'

/** The report of one organisation and year: being written, or as it was settled. */
export function ReportScreen({ organisationId, year }: { organisationId: string; year: number }) {
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
  return <OfOrganisation organisation={organisation} year={year} />
}

function OfOrganisation({ organisation, year }: { organisation: Organisation; year: number }) {
  const [state, replace] = useReport(organisation.id, year)
  const progress = useProgress('report')
  const title = text.title(year, organisation.name)
  const back = <TextLink to={paths.year(year)}>{reportsText.back}</TextLink>
  if (state === null)
    return (
      <Page title={title} lead={back}>
        <Progress label={text.preparing} done={progress?.done ?? 0} total={progress?.total ?? 0} />
      </Page>
    )
  if ('refusal' in state)
    return (
      <Page title={title} lead={back}>
        <RefusalNotice refusal={state.refusal} />
        {state.refusal.refused === 'engagement-missing' && (
          <p>
            <TextLink to={paths.contract(organisation.id)}>{text.contract}</TextLink>
          </p>
        )}
      </Page>
    )
  return (
    <Page title={title} lead={back}>
      {state.report.status === 'settled' ? (
        <SettledReport report={state.report} />
      ) : (
        <ReportWorkspace report={state.report} explanations={state.explanations} onSettled={replace} />
      )}
    </Page>
  )
}
