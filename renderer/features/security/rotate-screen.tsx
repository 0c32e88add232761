import { useLocation } from 'wouter'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { securityText } from '../../locale/security.ts'
import { Page } from '../../ui/page.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { KeysProgress } from './keys-progress.tsx'
import { paths } from './paths.ts'

/** Gives everything in the vault new keys. */
export function RotateScreen() {
  const { rotate: text, back } = securityText
  const [, navigate] = useLocation()
  return (
    <Page title={text.title} lead={<TextLink to={paths.all}>{back}</TextLink>}>
      <p>{text.lead}</p>
      <SecretForm
        action={text.action}
        progress={<KeysProgress label={text.busy} />}
        onCancel={() => {
          navigate(paths.all)
        }}
        onSubmit={async (secret) => {
          const answer = await ask('security.rotate', { secret })
          if (isRefusal(answer)) return answer
          showToast(text.done)
          navigate(paths.all)
          return null
        }}
      />
    </Page>
  )
}
