import { type Organisation } from '#shared/organisations/organisation.ts'
import { USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { contributionText as text } from '../../locale/contributions.ts'
import { Button } from '../../ui/button.tsx'
import { ask } from '../../working-set/client.ts'
import { Together } from './together.tsx'
import { useContributions } from './use-contributions.ts'

type Props = {
  organisation: Organisation
  period: ReportPeriod
  /** What is asked for and not in a colleague's counts: the period itself, locations, cross tables. */
  tooFine: readonly string[]
  renew: () => void
}

/** The ways out for a report that a colleague's counts are too coarse for: ask for less, or take them out. */
export function ContributionInTheWay({ organisation, period, tooFine, renew }: Props) {
  const contributions = useContributions(organisation.id, period)
  const askForLess = async () => {
    await ask('report.saveDraft', {
      organisationId: organisation.id,
      period,
      changes: { choices: USUAL_CHOICES },
    })
    renew()
  }
  return (
    <>
      {tooFine.includes('period') ? (
        <p>{text.wholePeriod}</p>
      ) : (
        <div>
          <Button onPress={() => void askForLess()}>{text.simpler}</Button>
        </div>
      )}
      <Together
        organisation={organisation}
        period={period}
        startsOpen
        state={contributions}
        onCounted={renew}
      />
    </>
  )
}
