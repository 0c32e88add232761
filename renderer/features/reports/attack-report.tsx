import { useRef, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type SettledReport } from '#shared/reports/annual-report.ts'
import { type SettledJointReport } from '#shared/reports/joint-report.ts'
import { attackText as text } from '../../locale/attack.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ask } from '../../working-set/client.ts'
import { useProgress } from '../../working-set/progress.ts'
import { AttackOutcome, type Outcome } from './attack-outcome.tsx'
import { readBack, type ReadReport } from './read-back.ts'

/** What is under way: reading the files back, or attacking what was read. */
type Stage = 'reading' | 'attacking' | null

/** Makes the files, reads them back as anybody could, and plays every attacker on what they say. */
export function AttackReport({ report }: { report: SettledReport | SettledJointReport }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [stage, setStage] = useState<Stage>(null)
  const [wasStopped, setStopped] = useState(false)
  const progress = useProgress('report')
  const attempt = useRef(0)
  const kind = 'subject' in report ? report.subject.kind : 'organisation'

  const attack = async () => {
    const mine = attempt.current
    setStage('reading')
    const read = await readBack(report)
    if (mine !== attempt.current) return
    if (read === null) {
      setFailed(true)
      return
    }
    setStage('attacking')
    const answer = await attacked(report, read)
    if (mine !== attempt.current) return
    setRefusal(isRefusal(answer) ? answer : null)
    if (!isRefusal(answer)) setOutcome({ answer, read })
  }

  const begin = () => {
    attempt.current += 1
    const mine = attempt.current
    setFailed(false)
    setStopped(false)
    setRefusal(null)
    setOutcome(null)
    attack()
      .catch(() => {
        if (mine === attempt.current) setFailed(true)
      })
      .finally(() => {
        if (mine === attempt.current) setStage(null)
      })
  }

  const stop = () => {
    attempt.current += 1
    setStage(null)
    setStopped(true)
    stopAttack(report)
  }

  return (
    <Fold title={text.title(kind)}>
      <div className="stack">
        <p className="quiet">{text.explain[kind]}</p>
        {stage === null ? (
          <div>
            <Button onPress={begin}>{outcome === null ? text.attack : text.again}</Button>
          </div>
        ) : (
          <>
            <Progress
              label={text.stages[stage]}
              {...(stage === 'attacking' && progress !== null ? progress : {})}
            />
            <div>
              <Button onPress={stop}>{text.stop}</Button>
            </div>
          </>
        )}
        <RefusalNotice refusal={refusal} />
        {hasFailed && <Notice tone="danger">{text.failed(kind)}</Notice>}
        <div role="status">
          {wasStopped && <Notice>{text.stopped}</Notice>}
          {outcome !== null && <AttackOutcome outcome={outcome} report={report} />}
        </div>
      </div>
    </Fold>
  )
}

function attacked(report: SettledReport | SettledJointReport, { pdf, spreadsheet }: ReadReport) {
  const read = { period: report.period, pdf: pdf.figures, spreadsheet: spreadsheet.figures }
  return 'subject' in report
    ? ask('jointReport.attack', { subject: report.subject, ...read })
    : ask('report.attack', { organisationId: report.organisationId, ...read })
}

function stopAttack({ period, ...report }: SettledReport | SettledJointReport): void {
  if ('subject' in report) void ask('jointReport.stop', { subject: report.subject, period })
  else void ask('report.stop', { organisationId: report.organisationId, period })
}
