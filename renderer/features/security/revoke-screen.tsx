import { useLocation } from 'wouter'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { securityText } from '../../locale/security.ts'
import { Page } from '../../ui/page.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { refreshSecurityOverview, useSecurityOverview } from '../../working-set/security-overview.ts'
import { KeysProgress } from './keys-progress.tsx'
import { paths } from './paths.ts'

/** Takes a recovery key back: it opens the vault no more. */
export function RevokeScreen({ slot: number }: { slot: number }) {
  const { revoke: text, keys, back } = securityText
  const [, navigate] = useLocation()
  const overview = useSecurityOverview()
  if (overview === null) return null
  const slot = overview.slots.find((one) => one.slot === number && one.kind !== 'passphrase')
  const lead = <TextLink to={paths.all}>{back}</TextLink>
  if (slot === undefined)
    return (
      <Page title={text.gone} lead={lead}>
        {null}
      </Page>
    )
  const name = keys.slot(slot)
  return (
    <Page title={text.title(name)} lead={lead}>
      <p>{text.lead}</p>
      <SecretForm
        action={text.action}
        isDangerous
        progress={<KeysProgress label={text.busy} />}
        onCancel={() => {
          navigate(paths.all)
        }}
        onSubmit={async (secret) => {
          const answer = await ask('security.removeSlot', { slot: number, secret })
          if (isRefusal(answer)) return answer
          showToast(text.done(name))
          navigate(paths.all)
          await refreshSecurityOverview()
          return null
        }}
      />
    </Page>
  )
}
