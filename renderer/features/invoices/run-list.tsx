import { useState } from 'react'
import { runText as text } from '../../locale/invoices.ts'
import { euros } from '../../locale/euros.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Section } from '../../ui/page.tsx'
import { DayQuestion } from './day-question.tsx'
import { MadeNotice } from './made-notice.tsx'
import { ReadyTable } from './ready-table.tsx'
import { RunExceptions } from './run-exceptions.tsx'
import { type ReadyInvoice } from './run-plan.ts'
import { RestingFold } from './resting-fold.tsx'
import { type Run, useRun } from './use-run.ts'

function total(ready: readonly ReadyInvoice[]): string {
  return euros(ready.reduce((sum, { draft }) => sum + draft.grossCents, 0))
}

function actionFor(asked: readonly ReadyInvoice[]): string {
  const [one] = asked
  return asked.length === 1 && one !== undefined ? text.issueFor(one.name) : text.issueAll(asked.length)
}

/** A run of invoices: what has to be mended first, then what can be made, then where nothing needs to be done. */
export function RunList({ run }: { run: Run }) {
  const { plan, isCurrent, issuing, made, doubted, issue, leave } = useRun(run)
  const [asked, setAsked] = useState<readonly ReadyInvoice[]>([])
  if (plan === null) return <Progress label={text.preparing} />
  const isEmpty = plan.toMend.length + plan.ready.length + plan.resting.length === 0
  return (
    <>
      {made !== null && <MadeNotice made={made} />}
      {isEmpty && plan.practiceLacks === null && <p>{text.nothing}</p>}
      <RunExceptions run={run} plan={plan} />
      {issuing !== null && (
        <Progress
          label={text.issuing(issuing.done, issuing.total)}
          done={issuing.done}
          total={issuing.total}
        />
      )}
      {plan.practiceLacks === null && !isEmpty && (
        <Section title={text.ready}>
          {plan.ready.length === 0 ? (
            <p>{text.noneReady}</p>
          ) : (
            <>
              <p className="quiet">{text.final}</p>
              <ReadyTable
                ready={plan.ready}
                isBusy={!isCurrent}
                onIssue={(one) => {
                  setAsked([one])
                }}
              />
              {plan.ready.length > 1 && (
                <div>
                  <Button
                    variant="primary"
                    isDisabled={!isCurrent}
                    onPress={() => {
                      setAsked(plan.ready)
                    }}
                  >
                    {text.issueAll(plan.ready.length)}
                  </Button>
                </div>
              )}
            </>
          )}
        </Section>
      )}
      <RestingFold run={run} resting={plan.resting} />
      <ConfirmDialog
        title={actionFor(asked)}
        action={actionFor(asked)}
        isOpen={asked.length > 0}
        onClose={() => {
          setAsked([])
        }}
        onConfirm={() => {
          void issue(asked)
          setAsked([])
        }}
      >
        {text.issueAllExplain(asked.length, total(asked))}
      </ConfirmDialog>
      <DayQuestion
        doubt={doubted?.doubt ?? null}
        onClose={leave}
        onConfirm={(today) => {
          void issue(doubted?.ready ?? [], today)
        }}
      />
    </>
  )
}
