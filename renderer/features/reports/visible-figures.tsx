import { whyNoBreakdown } from '#shared/reports/no-breakdown.ts'
import { type ProtectedReport } from '#shared/statistics/protected-report.ts'
import { visibleText as text } from '../../locale/report-draft.ts'
import { reportText } from '../../locale/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useProgress } from '../../working-set/progress.ts'

/** In a few lines what the chosen breakdowns leave to be seen; renewed as soon as a choice changes. */
export function VisibleFigures({
  figures,
  isRenewing,
  onStop,
}: {
  figures: ProtectedReport
  isRenewing: boolean
  onStop: () => void
}) {
  const progress = useProgress('report')
  const why = whyNoBreakdown(figures)
  return (
    <div role="status" className="report-visible">
      {isRenewing && (
        <div className="report-renewing">
          <Progress label={text.renewing} done={progress?.done ?? 0} total={progress?.total ?? 0} />
          <Button onPress={onStop}>{reportText.stop}</Button>
        </div>
      )}
      <ul>
        <li>{text.total(figures.total)}</li>
        {why !== null && <li>{text.noBreakdown[why]}</li>}
        {figures.tables.map((table) => (
          <li key={table.dimension}>{text.table(table)}</li>
        ))}
        {figures.crossTables.map((table) => (
          <li key={table.dimensions.join()}>{text.crossTable(table)}</li>
        ))}
        {figures.whatWasGivenUp
          .filter(({ fate }) => fate === 'left-out')
          .map((one) => (
            <li key={`${one.dimension} ${one.fate}`}>{text.leftOut(one)}</li>
          ))}
      </ul>
    </div>
  )
}
