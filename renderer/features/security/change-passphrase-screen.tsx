import { useState } from 'react'
import { useLocation } from 'wouter'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { securityText } from '../../locale/security.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { NewPassphraseFields, passphraseProblem } from '../../ui/secret/new-passphrase.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { usePractice } from '../../working-set/practice.ts'
import { refreshSecurityOverview } from '../../working-set/security-overview.ts'
import { KeysProgress } from './keys-progress.tsx'
import { paths } from './paths.ts'

/** Changes the passphrase, for who knows the one of now or holds a recovery key. */
export function ChangePassphraseScreen() {
  const { passphrase: text, back } = securityText
  const [, navigate] = useLocation()
  const known = (usePractice()?.advisorName ?? '').split(/\s+/)
  const [chosen, setChosen] = useState({ passphrase: '', again: '' })
  const [problem, setProblem] = useState<ReturnType<typeof passphraseProblem>>(null)

  const change = async (current: TypedSecret) => {
    const found = passphraseProblem(chosen, known)
    setProblem(found)
    if (found !== null) return null
    const answer = await ask('security.changePassphrase', { current, passphrase: chosen.passphrase })
    if (isRefusal(answer)) return answer
    await refreshSecurityOverview()
    showToast(text.done)
    navigate(paths.all)
    return null
  }

  return (
    <Page title={text.title} lead={<TextLink to={paths.all}>{back}</TextLink>}>
      <Notice>{text.olderBackups}</Notice>
      <SecretForm
        label={text.current}
        action={text.action}
        progress={<KeysProgress label={text.busy} />}
        onSubmit={change}
        onCancel={() => {
          navigate(paths.all)
        }}
      >
        <NewPassphraseFields
          label={text.fresh}
          againLabel={text.again}
          value={chosen}
          onChange={setChosen}
          known={known}
          problem={problem}
          onSuggest={async () => {
            const answer = await ask('vault.suggestPassphrase', {})
            if (!('refused' in answer)) return answer.passphrase
            showToast(sentenceFor(answer.refused))
            return null
          }}
        />
      </SecretForm>
    </Page>
  )
}
