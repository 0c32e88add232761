import { useState } from 'react'
import { useLocation } from 'wouter'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { securityText } from '../../locale/security.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ask } from '../../working-set/client.ts'
import { refreshSecurityOverview, useSecurityOverview } from '../../working-set/security-overview.ts'
import { paths } from './paths.ts'

/** Opens the newest backup of a place, to find out today that it opens and not on the day that it must. */
export function DrillScreen({ id }: { id: string }) {
  const { drill: text, back } = securityText
  const [, navigate] = useLocation()
  const [drilled, setDrilled] = useState<VaultAnswer<'backup.drill'> | null>(null)
  const overview = useSecurityOverview()
  if (overview === null) return null
  const target = overview.targets.find((one) => one.id === id)
  return (
    <Page title={text.title} lead={<TextLink to={paths.all}>{back}</TextLink>}>
      {target === undefined && <p>{text.gone}</p>}
      {drilled !== null && (
        <div role="status">
          <Notice>{text.done(drilled.records, drilled.madeAt, new Date())}</Notice>
        </div>
      )}
      {target !== undefined && drilled === null && (
        <>
          <p>{text.lead(target.name)}</p>
          <SecretForm
            action={text.action}
            progress={<Progress label={text.busy} />}
            onCancel={() => {
              navigate(paths.all)
            }}
            onSubmit={async (secret) => {
              const answer = await ask('backup.drill', { id, secret })
              if ('refused' in answer) return answer
              setDrilled(answer)
              await refreshSecurityOverview()
              return null
            }}
          />
        </>
      )}
    </Page>
  )
}
