import { useLocation } from 'wouter'
import { type Engagement } from '#shared/organisations/engagement.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { longDate } from '../../locale/dates.ts'
import { hoursInField } from '../../locale/duration.ts'
import { euros } from '../../locale/euros.ts'
import { contractText as text } from '../../locale/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/page.tsx'
import { paths } from './paths.ts'

function hoursWords({ hourlyRateCents, hoursBilling, bundleMinutes }: Engagement): string {
  const rate = text.summary.rate(euros(hourlyRateCents), text.hoursBillingShort[hoursBilling])
  return hoursBilling === 'bundle' ? `${rate}; ${text.summary.bundle(hoursInField(bundleMinutes))}` : rate
}

function contractFacts(engagement: Engagement) {
  const { startsOn, endsOn, priceCents, reachableCount, preset, threshold } = engagement
  const { summary } = text
  const term =
    endsOn === null
      ? summary.from(longDate(startsOn))
      : summary.fromUntil(longDate(startsOn), longDate(endsOn))
  return [
    { name: summary.term, value: term },
    { name: summary.price, value: summary.perNumber(euros(priceCents)) },
    { name: summary.hours, value: hoursWords(engagement) },
    { name: summary.reachable, value: summary.people(reachableCount) },
    { name: summary.figures, value: summary.presetWithThreshold(text.preset[preset], threshold) },
  ]
}

/** What was agreed, in a few lines, or that nothing was yet. */
export function ContractSection({
  organisation,
  engagement,
}: {
  organisation: Organisation
  engagement: Engagement | null
}) {
  const [, navigate] = useLocation()
  const open = () => {
    navigate(paths.contract(organisation.id))
  }
  return (
    <Section title={text.title}>
      {engagement === null ? (
        <>
          <p>{text.none}</p>
          <div>
            <Button variant="primary" onPress={open}>
              {text.create}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Facts facts={contractFacts(engagement)} />
          <div>
            <Button onPress={open}>{text.change}</Button>
          </div>
        </>
      )}
    </Section>
  )
}
