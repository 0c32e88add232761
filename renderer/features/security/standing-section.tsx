import { useLocation } from 'wouter'
import { type SecurityOverview } from '#shared/contracts/security-commands.ts'
import { safetyConcerns } from '#shared/contracts/safety-concerns.ts'
import { concernWords } from '../../locale/safety-concerns.ts'
import { checkText, faultsIn } from '../../locale/security-check.ts'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Section } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { paths } from './paths.ts'

function lastCheckWords({ lastCheck }: SecurityOverview, now: Date): string {
  if (lastCheck === null) return checkText.never
  const faults = faultsIn(lastCheck)
  return faults === 0 ? checkText.good(lastCheck.at, now) : checkText.bad(lastCheck.at, now, faults)
}

/** How the vault stands: what was last proven, tried out and checked, and what is still open. */
export function StandingSection({ overview }: { overview: SecurityOverview }) {
  const { standing: text } = securityText
  const [, navigate] = useLocation()
  const now = new Date()
  const { lastProvenAt, lastDrillAt, envelopeMadeAt, openDestructions, slots } = overview
  const open = safetyConcerns(overview, now.toISOString()).map(concernWords)
  const hasNoEnvelope = !slots.some(({ kind }) => kind === 'envelope')
  const isNothingOpen = open.length === 0 && !hasNoEnvelope && openDestructions === 0
  return (
    <Section title={text.title}>
      <Facts
        facts={[
          { name: text.lastProven, value: text.moment(lastProvenAt, now) },
          { name: text.lastDrill, value: text.moment(lastDrillAt, now) },
          { name: text.lastCheck, value: lastCheckWords(overview, now) },
          { name: text.envelope, value: text.moment(envelopeMadeAt, now) },
          {
            name: text.open,
            value: isNothingOpen ? (
              text.nothingOpen
            ) : (
              <ul className="points">
                {open.map(({ sentence, link, to }) => (
                  <li key={sentence}>
                    {sentence} {to !== paths.all && <TextLink to={to}>{link}</TextLink>}
                  </li>
                ))}
                {hasNoEnvelope && (
                  <li>
                    {text.noEnvelope} <TextLink to={paths.envelope}>{text.makeEnvelope}</TextLink>
                  </li>
                )}
                {openDestructions > 0 && <li>{text.openDestructions(openDestructions)}</li>}
              </ul>
            ),
          },
        ]}
      />
      <FormActions>
        <Button
          onPress={() => {
            navigate(paths.check)
          }}
        >
          {checkText.begin}
        </Button>
        {overview.lastCheck !== null && <TextLink to={paths.checkResult}>{checkText.seeLast}</TextLink>}
      </FormActions>
    </Section>
  )
}
