import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { FilledLine } from '#shared/kernel/text.ts'
import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { type LeftOut, REPORT_AUDIENCES, type ReportAudience } from '#shared/reports/report-audience.ts'
import { versionText as text } from '../../locale/report-draft.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ask } from '../../working-set/client.ts'
import { LeftOutOfVersion } from './version-fields.tsx'

type Props = {
  report: AnnualReport
  leftOut: LeftOut
  onLeftOut: (leftOut: LeftOut) => void
  /** Keeps what was chosen last; answers whether all of it is kept. */
  beforehand: () => Promise<boolean>
  onMade: (version: AnnualReport) => void
}

/** Makes the version of a settled report for another audience, once it is written down who gets it. */
export function HandOver({ report, leftOut, onLeftOut, beforehand, onMade }: Props) {
  const [audience, setAudience] = useState<ReportAudience>('works-council')
  const [recipient, setRecipient] = useState('')
  const [error, setError] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isMaking, setMaking] = useState(false)
  const { organisationId, period } = report

  const make = async () => {
    const filled = FilledLine.safeParse(recipient)
    if (!filled.success) {
      setError(text.recipientMissing)
      return
    }
    setMaking(true)
    if (!(await beforehand())) {
      setMaking(false)
      return
    }
    const answer = await ask('report.handOver', {
      organisationId,
      period,
      audience,
      recipient: filled.data,
    })
    setMaking(false)
    setRefusal(isRefusal(answer) ? answer : null)
    if (!isRefusal(answer)) onMade(answer.report)
  }

  return (
    <Fold title={text.handOver}>
      <div className="stack">
        <div className="row">
          <SelectField
            label={text.audience}
            value={audience}
            choices={REPORT_AUDIENCES.map((each) => ({ value: each, label: text.audiences[each] }))}
            onChange={(chosen) => {
              if (chosen !== null) setAudience(chosen)
            }}
          />
          <TextField
            label={text.recipient}
            value={recipient}
            error={error}
            onChange={(typed) => {
              setRecipient(typed)
              setError(undefined)
            }}
          />
        </div>
        {audience !== 'board' && (
          <LeftOutOfVersion audience={audience} leftOut={leftOut} onChange={onLeftOut} />
        )}
        <RefusalNotice refusal={refusal} />
        {isMaking && <Progress label={text.making} />}
        <div>
          <Button isPending={isMaking} onPress={() => void make()}>
            {text.make}
          </Button>
        </div>
      </div>
    </Fold>
  )
}
