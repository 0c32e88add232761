import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type SettledReport } from '#shared/reports/annual-report.ts'
import { isDocumentRefusal, makeReportPdf } from '../../documents/client.ts'
import { attackText as text } from '../../locale/attack.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { readLines } from '../../ui/pdf/draw-pages.ts'
import { Progress } from '../../ui/progress.tsx'
import { ask } from '../../working-set/client.ts'
import { figuresInLines } from './figures-in-lines.ts'
import { readingAid } from './reading-aid.ts'

type Outcome = VaultAnswer<'report.attack'> & { read: number; otherNumbers: string[] }

/** Makes the file, reads it back as anybody could, and plays every attacker on what it says. */
export function AttackReport({ report }: { report: SettledReport }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [isAttacking, setAttacking] = useState(false)
  const { organisationId, period } = report

  const attack = async () => {
    const bytes = await makeReportPdf(report)
    if (isDocumentRefusal(bytes)) {
      setFailed(true)
      return
    }
    const { figures, otherNumbers } = figuresInLines(await readLines(bytes), readingAid(report))
    const answer = await ask('report.attack', {
      organisationId,
      period,
      figures: figures.map((figure) => ({ ...figure, categories: [...figure.categories] })),
    })
    setRefusal(isRefusal(answer) ? answer : null)
    if (!isRefusal(answer)) setOutcome({ ...answer, read: figures.length, otherNumbers })
  }

  return (
    <Fold title={text.title}>
      <div className="stack">
        <p className="quiet">{text.explain}</p>
        <div>
          <Button
            isPending={isAttacking}
            onPress={() => {
              setFailed(false)
              setAttacking(true)
              attack()
                .catch(() => {
                  setFailed(true)
                })
                .finally(() => {
                  setAttacking(false)
                })
            }}
          >
            {text.attack}
          </Button>
        </div>
        {isAttacking && <Progress label={text.attacking} />}
        <RefusalNotice refusal={refusal} />
        {hasFailed && <Notice tone="danger">{text.failed}</Notice>}
        {outcome !== null && <OutcomeOf outcome={outcome} report={report} />}
      </div>
    </Fold>
  )
}

function OutcomeOf({ outcome, report }: { outcome: Outcome; report: SettledReport }) {
  return (
    <div role="status" className="stack">
      <p>{text.read(outcome)}</p>
      <ul className="report-attacks">
        {outcome.attacks.map((attack) => (
          <li key={attack.level}>
            {text.verdict(attack)}
            {attack.findings.length > 0 && (
              <ul>
                {attack.findings.map((finding, index) => (
                  <li key={index}>{text.finding(finding, report.locations)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {outcome.otherNumbers.length > 0 && (
        <Fold title={text.otherNumbersTitle}>
          <p>{text.otherNumbers}</p>
          <ul>
            {outcome.otherNumbers.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  )
}
