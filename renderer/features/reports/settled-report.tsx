import { useState } from 'react'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isSettled } from '#shared/reports/annual-report.ts'
import { versionText } from '../../locale/report-draft.ts'
import { reportText as text } from '../../locale/reports.ts'
import { RefusalNotice } from '../../ui/notice.tsx'
import { AttackReport } from './attack-report.tsx'
import { HandOver } from './hand-over.tsx'
import { OfferComparison } from './offer-comparison.tsx'
import { ReportPages } from './report-pages.tsx'
import { SaveButtons } from './save-buttons.tsx'
import { useDraft } from './use-draft.ts'

/**
 * A report that no longer changes: to read and to hand over, also in a version for others. What such a version leaves
 * out is the one thing that can still be chosen.
 */
export function SettledReport({ preview }: { preview: VaultAnswer<'report.preview'> }) {
  const { report } = preview
  const draft = useDraft(report, preview.draft)
  const [shown, setShown] = useState(report)
  return (
    <div className="report-workspace">
      <div className="report-side">
        <p>{text.settledOn(report)}</p>
        <p className="quiet" role="status">
          {versionText.shown(versionText.audiences[shown.audience])}
        </p>
        <HandOver
          report={report}
          leftOut={draft.typed.leftOut}
          onLeftOut={(leftOut) => {
            draft.change({ leftOut })
          }}
          beforehand={draft.flush}
          onMade={setShown}
        />
        <RefusalNotice refusal={draft.refusal} />
        <OfferComparison report={report} />
        {isSettled(shown) && <AttackReport key={shown.audience} report={shown} />}
      </div>
      <div className="report-sheet">
        <div className="report-strip">
          <p>{text.proof(report.figures.proof)}</p>
          <SaveButtons report={shown} />
        </div>
        <ReportPages report={shown} />
      </div>
    </div>
  )
}
