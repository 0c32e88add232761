import { useLocation } from 'wouter'
import { securityText } from '../../locale/security.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { paths } from './paths.ts'

/** Whether there is an emergency envelope, and making one or renewing it. */
export function EnvelopeSection({ madeAt }: { madeAt: string | null }) {
  const { envelope: text } = securityText
  const [, navigate] = useLocation()
  return (
    <Section title={text.title}>
      <p>{madeAt === null ? text.none : text.made(madeAt, new Date())}</p>
      <div>
        <Button
          onPress={() => {
            navigate(paths.envelope)
          }}
        >
          {madeAt === null ? text.make : text.renew}
        </Button>
      </div>
    </Section>
  )
}
