import { type ReactNode, useState } from 'react'
import { isSettled, type AnnualReport } from '#shared/reports/annual-report.ts'
import { isSettledJoint, type JointReport } from '#shared/reports/joint-report.ts'
import { forReview } from '#shared/reports/report-for-review.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type ReportFile, saveReport } from './save-report.ts'

type Told = { tone: 'calm' | 'danger'; text: string }

/** The files that can be made of a report: settled as it is, a draft without figures, of a joint draft none. */
function filesOf(report: AnnualReport | JointReport): { label: string; file: () => ReportFile }[] {
  const settled = 'subject' in report ? isSettledJoint(report) && report : isSettled(report) && report
  if (settled !== false)
    return [
      { label: text.savePdf, file: () => ({ kind: 'pdf', report: settled }) },
      { label: text.saveSheet, file: () => ({ kind: 'xlsx', report: settled }) },
    ]
  if ('subject' in report) return []
  return [{ label: text.saveDraft, file: () => ({ kind: 'pdf', report: forReview(report) }) }]
}

type Props = { report: AnnualReport | JointReport; children?: ReactNode }

/** Saves the report as a file and says what came of it. `children` stand before these buttons. */
export function SaveButtons({ report, children }: Props) {
  const [isMaking, setMaking] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const save = async (file: ReportFile) => {
    setTold(null)
    setMaking(true)
    const answer = await saveReport(file)
    setMaking(false)
    if ('saved' in answer) setTold({ tone: 'calm', text: text.saved(answer.saved) })
    else
      setTold({
        tone: answer.refused === 'cancelled' ? 'calm' : 'danger',
        text: text.notSaved[answer.refused],
      })
  }
  return (
    <div className="report-save">
      <div className="row">
        {children}
        {filesOf(report).map(({ label, file }) => (
          <Button key={label} isPending={isMaking} onPress={() => void save(file())}>
            {label}
          </Button>
        ))}
      </div>
      {isMaking && <Progress label={text.making} />}
      <div role="status">{told !== null && <Notice tone={told.tone}>{told.text}</Notice>}</div>
    </div>
  )
}
