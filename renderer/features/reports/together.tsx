import { useRef } from 'react'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { periodKey, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { contributionText as text } from '../../locale/contributions.ts'
import { Fold } from '../../ui/fold.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ContributionList } from './contribution-list.tsx'
import { MakeContribution } from './make-contribution.tsx'
import { MergeContribution } from './merge-contribution.tsx'
import { GivenList } from './given-list.tsx'
import { type ContributionsState } from './use-contributions.ts'

type Props = {
  organisation: Pick<Organisation, 'id' | 'name'>
  period: ReportPeriod
  startsOpen?: boolean
  state: ContributionsState
  /** Other melders count than before. */
  onCounted: () => void
}

/** One report of what several advisors counted: what colleagues gave, and what is given to one. */
export function Together({ organisation, period, startsOpen = false, state, onCounted }: Props) {
  const { contributions, given, refusal, reload } = state
  // The button that was pressed is gone after it: who uses the keyboard goes on from what counts now.
  const standing = useRef<HTMLParagraphElement>(null)
  const counted = () => {
    standing.current?.focus()
    reload()
    onCounted()
  }
  /** What was typed for one report is nothing to another. */
  const about = `${organisation.id} ${periodKey(period)}`
  const colleagues = new Set(contributions?.map(({ from }) => from)).size
  return (
    <Fold title={text.title} startsOpen={startsOpen}>
      <p className="quiet">{text.explain}</p>
      <RefusalNotice refusal={refusal} />
      {contributions === null ? (
        <Progress label={text.loading} />
      ) : (
        <>
          <p ref={standing} role="status" tabIndex={-1}>
            {text.counted(colleagues)}
          </p>
          {colleagues > 0 && <p className="quiet">{text.coarse}</p>}
          <ContributionList contributions={contributions} onRemoved={counted} />
          <GivenList given={given} onTaken={reload} />
        </>
      )}
      {'from' in period ? (
        <p>{text.block}</p>
      ) : (
        <>
          <Fold key={`merge ${about}`} title={text.merge.title} level={3}>
            <MergeContribution organisationId={organisation.id} period={period} onMerged={counted} />
          </Fold>
          <Fold key={`make ${about}`} title={text.make.title} level={3}>
            <MakeContribution organisation={organisation} period={period} onMade={reload} />
          </Fold>
        </>
      )}
    </Fold>
  )
}
