import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type PlannedYear } from '#shared/reports/planned-year.ts'
import { planAheadText as text } from '../../locale/plan-ahead.ts'
import { Button } from '../../ui/button.tsx'
import { Fold } from '../../ui/fold.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ask } from '../../working-set/client.ts'
import { useProgress } from '../../working-set/progress.ts'

/** Looks at past years before choosing to report by half-year: what that would have cost the report of the year. */
export function PlanAhead({ organisationId }: { organisationId: string }) {
  const [years, setYears] = useState<readonly PlannedYear[] | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isLooking, setLooking] = useState(false)
  const progress = useProgress('report')
  const look = async () => {
    setLooking(true)
    const answer = await ask('report.planAhead', { organisationId })
    setLooking(false)
    setRefusal(isRefusal(answer) ? answer : null)
    if (!isRefusal(answer)) setYears(answer.years)
  }
  return (
    <Fold title={text.title}>
      <div className="stack">
        <p className="quiet">{text.explain}</p>
        <div>
          <Button isPending={isLooking} onPress={() => void look()}>
            {text.look}
          </Button>
        </div>
        {isLooking && (
          <Progress label={text.looking} done={progress?.done ?? 0} total={progress?.total ?? 0} />
        )}
        <RefusalNotice refusal={refusal} />
        {years !== null && (
          <ul role="status">
            {years.length === 0 && <li>{text.noYears}</li>}
            {years.map((year) => (
              <li key={year.year}>{text.year(year)}</li>
            ))}
          </ul>
        )}
      </div>
    </Fold>
  )
}
