import { useState } from 'react'
import { useLocation } from 'wouter'
import { isDocumentRefusal, makeEnvelopePdf } from '../../documents/client.ts'
import { envelopeWords } from '../../locale/safety-documents.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { securityText } from '../../locale/security.ts'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { SecretSheet } from '../../ui/secret/secret-sheet.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'
import { localToday } from '../../working-set/today.ts'
import { NewKeySteps } from './new-key-steps.tsx'
import { paths } from './paths.ts'
import { savePdf } from './save-pdf.ts'

const EMPTY = { whom: '', where: '', what: '' }

/** Fills in the emergency envelope and draws the key that goes into it. What is filled in is kept on paper only. */
export function EnvelopeScreen() {
  const { envelope: text, recoveryKey, back } = securityText
  const [, navigate] = useLocation()
  const [told, setTold] = useState(EMPTY)
  const [isChecked, setChecked] = useState(false)
  const [drawn, setDrawn] = useState<VaultAnswer<'security.drawRecoveryKey'> | null>(null)
  const missing = (field: keyof typeof EMPTY): string | undefined =>
    isChecked && told[field].trim() === '' ? text.missing : undefined
  const fill = (field: keyof typeof EMPTY) => (typed: string) => {
    setTold({ ...told, [field]: typed })
  }

  const draw = async (secret: TypedSecret) => {
    setChecked(true)
    if (Object.values(told).some((each) => each.trim() === '')) return null
    const answer = await ask('security.drawRecoveryKey', { kind: 'envelope', secret })
    if ('refused' in answer) return answer
    setDrawn(answer)
    return null
  }

  if (drawn !== null)
    return (
      <NewKeySteps recoveryKey={drawn.recoveryKey} words={text}>
        <SecretSheet
          words={text.sheet}
          onMake={async () => {
            const made = await makeEnvelopePdf({ ...told, ...drawn, madeOn: localToday() })
            return isDocumentRefusal(made) ? null : made
          }}
          onSave={(file) => savePdf(file, envelopeWords.fileName)}
          onPrint={host.print}
        />
      </NewKeySteps>
    )
  return (
    <Page title={text.makeTitle} lead={<TextLink to={paths.all}>{back}</TextLink>}>
      <p>{text.lead}</p>
      <SecretForm
        action={text.action}
        progress={<Progress label={recoveryKey.busy} />}
        onSubmit={draw}
        onCancel={() => {
          navigate(paths.all)
        }}
      >
        <TextArea
          label={text.whom}
          description={text.whomHint}
          rows={2}
          value={told.whom}
          onChange={fill('whom')}
          error={missing('whom')}
          autoFocus
        />
        <TextArea
          label={text.where}
          rows={2}
          value={told.where}
          onChange={fill('where')}
          error={missing('where')}
        />
        <TextArea
          label={text.what}
          description={text.whatHint}
          rows={4}
          value={told.what}
          onChange={fill('what')}
          error={missing('what')}
        />
      </SecretForm>
    </Page>
  )
}
