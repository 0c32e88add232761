import './report-screen.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { daysOf, lastYearOf } from '#shared/reports/reported-time.ts'
import { jointText as text } from '../../locale/joint-reports.ts'
import { reportsText, reportText } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Page, Row } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useProgress } from '../../working-set/progress.ts'
import { useRow } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { JointReportWorkspace } from './joint-report-workspace.tsx'
import { paths } from './paths.ts'
import { PeriodFields } from './period-fields.tsx'
import { SettledJointReport } from './settled-joint-report.tsx'
import { StoppedNotice } from './stopped-notice.tsx'
import { type JointOf, type JointReportState, useJointReport } from './use-joint-report.ts'

/** The report of a group, or the benchmark over the whole caseload: being made, or as it was settled. */
export function JointReportScreen(props: JointOf) {
  const [of] = useState(props)
  const group = useRow('groups', of.subject.kind === 'group' ? of.subject.groupId : '')
  if (group === undefined) return null
  if (of.subject.kind === 'caseload') return <OfSubject of={of} name={text.caseload} />
  if (group !== null) return <OfSubject of={of} name={group.name} />
  return (
    <Page title={reportsText.title}>
      <p>{text.gone}</p>
      <p>
        <TextLink to={paths.all}>{reportsText.back}</TextLink>
      </p>
    </Page>
  )
}

function OfSubject({ of, name }: { of: JointOf; name: string }) {
  const state = useJointReport(of)
  const { preview } = state
  return (
    <Page
      title={text.title(of.subject.kind, name, of.period)}
      lead={<TextLink to={paths.year(lastYearOf(of.period))}>{reportsText.back}</TextLink>}
    >
      {preview === null ? (
        <NothingYet of={of} state={state} />
      ) : preview.report.status === 'settled' ? (
        <SettledJointReport report={preview.report} />
      ) : (
        <JointReportWorkspace of={of} state={state} preview={preview} />
      )}
    </Page>
  )
}

/** Before there are figures: how far they are, or why there are none and what can be done. */
function NothingYet({ of: { subject, period }, state }: { of: JointOf; state: JointReportState }) {
  const [, navigate] = useLocation()
  const progress = useProgress('report')
  const today = useToday()
  const { refusal } = state
  if (state.isRenewing || refusal === null)
    return (
      <>
        <Progress label={reportText.preparing} done={progress?.done ?? 0} total={progress?.total ?? 0} />
        <div>
          <Button onPress={state.stop}>{reportText.stop}</Button>
        </div>
      </>
    )
  const isOver = daysOf(period).to < today
  const isStopped = refusal.refused === 'superseded'
  const advice = text.advice(refusal.refused, subject.kind)
  return (
    <>
      <Row>
        <PeriodFields
          period={period}
          onlyYears={subject.kind === 'caseload'}
          onChange={(to) => {
            navigate(paths.joint(subject, to))
          }}
        />
      </Row>
      {isStopped ? (
        <StoppedNotice isBehind={false} onAgain={state.renew} />
      ) : refusal.refused === 'contribution-in-the-way' ? (
        <Notice tone="danger">{text.contribution}</Notice>
      ) : refusal.refused === 'engagement-missing' ? (
        <Notice>{advice}</Notice>
      ) : (
        <>
          <RefusalNotice refusal={refusal} />
          {!isOver && <p>{reportText.periodRuns(period)}</p>}
          {isOver && advice !== undefined && <p>{advice}</p>}
        </>
      )}
    </>
  )
}
