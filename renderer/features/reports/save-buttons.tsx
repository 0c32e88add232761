import { type ReactNode, useState } from 'react'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { saveReport } from './save-report.ts'

type Told = { tone: 'calm' | 'danger'; text: string }

/** Saves the report as a file and says what came of it. `children` stand before these buttons. */
export function SaveButtons({ report, children }: { report: AnnualReport; children?: ReactNode }) {
  const [making, setMaking] = useState<'pdf' | 'xlsx' | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const save = async (kind: 'pdf' | 'xlsx') => {
    setTold(null)
    setMaking(kind)
    const answer = await saveReport(report, kind)
    setMaking(null)
    if ('saved' in answer) setTold({ tone: 'calm', text: text.saved(answer.saved) })
    else
      setTold({
        tone: answer.refused === 'cancelled' ? 'calm' : 'danger',
        text: text.notSaved[answer.refused],
      })
  }
  return (
    <div>
      <div className="row">
        {children}
        <Button isPending={making !== null} onPress={() => void save('pdf')}>
          {text.savePdf}
        </Button>
        <Button isPending={making !== null} onPress={() => void save('xlsx')}>
          {text.saveSheet}
        </Button>
      </div>
      {making !== null && <Progress label={text.making} />}
      <div role="status">{told !== null && <Notice tone={told.tone}>{told.text}</Notice>}</div>
    </div>
  )
}
