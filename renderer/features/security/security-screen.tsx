import { useEffect } from 'react'
import { securityText as text } from '../../locale/security.ts'
import { Page, Section } from '../../ui/page.tsx'
import { refreshSecurityOverview, useSecurityOverview } from '../../working-set/security-overview.ts'
import { BackupsSection } from './backups-section.tsx'
import { DestructionsSection } from './destructions-section.tsx'
import { EnvelopeSection } from './envelope-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { OpenCopies } from './open-copies.tsx'
import { StandingSection } from './standing-section.tsx'

/** How the vault is kept: what protects it, where its backups are, who can open it, and what is destroyed. */
export function SecurityScreen() {
  const overview = useSecurityOverview()
  useEffect(() => {
    void refreshSecurityOverview()
  }, [])
  if (overview === null) return null
  return (
    <Page title={text.title}>
      <StandingSection overview={overview} />
      <OpenCopies />
      <BackupsSection overview={overview} />
      <KeysSection slots={overview.slots} />
      <EnvelopeSection madeAt={overview.envelopeMadeAt} />
      <DestructionsSection />
      <Section title={text.protectionTitle}>
        <div>
          {text.protection.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </Section>
    </Page>
  )
}
