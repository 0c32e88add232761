import { type ReactNode, useState } from 'react'
import { isSettled, type AnnualReport } from '#shared/reports/annual-report.ts'
import { forReview } from '#shared/reports/report-for-review.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { type ReportFile, saveReport } from './save-report.ts'

type Told = { tone: 'calm' | 'danger'; text: string }

/**
 * Saves the report as a file and says what came of it: settled as it is, a draft without figures. `children` stand
 * before these buttons.
 */
export function SaveButtons({ report, children }: { report: AnnualReport; children?: ReactNode }) {
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
        {isSettled(report) ? (
          <>
            <Button isPending={isMaking} onPress={() => void save({ kind: 'pdf', report })}>
              {text.savePdf}
            </Button>
            <Button isPending={isMaking} onPress={() => void save({ kind: 'xlsx', report })}>
              {text.saveSheet}
            </Button>
          </>
        ) : (
          <Button isPending={isMaking} onPress={() => void save({ kind: 'pdf', report: forReview(report) })}>
            {text.saveDraft}
          </Button>
        )}
      </div>
      {isMaking && <Progress label={text.making} />}
      <div role="status">{told !== null && <Notice tone={told.tone}>{told.text}</Notice>}</div>
    </div>
  )
}
