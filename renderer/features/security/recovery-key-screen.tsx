import { useState } from 'react'
import { useLocation } from 'wouter'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isDocumentRefusal, makeRecoverySheetPdf } from '../../documents/client.ts'
import { recoverySheetWords } from '../../locale/safety-documents.ts'
import { securityText } from '../../locale/security.ts'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { SecretSheet } from '../../ui/secret/secret-sheet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'
import { localToday } from '../../working-set/today.ts'
import { NewKeySteps } from './new-key-steps.tsx'
import { paths } from './paths.ts'
import { savePdf } from './save-pdf.ts'

/** Draws another recovery key. */
export function RecoveryKeyScreen() {
  const { recoveryKey: text, back } = securityText
  const [, navigate] = useLocation()
  const [drawn, setDrawn] = useState<VaultAnswer<'security.drawRecoveryKey'> | null>(null)

  if (drawn !== null)
    return (
      <NewKeySteps recoveryKey={drawn.recoveryKey} words={text}>
        <SecretSheet
          words={text.sheet}
          onMake={async () => {
            const made = await makeRecoverySheetPdf({ ...drawn, madeOn: localToday() })
            return isDocumentRefusal(made) ? null : made
          }}
          onSave={(file) => savePdf(file, recoverySheetWords.fileName)}
          onPrint={host.print}
        />
      </NewKeySteps>
    )
  return (
    <Page title={text.title} lead={<TextLink to={paths.all}>{back}</TextLink>}>
      <p>{text.lead}</p>
      <SecretForm
        action={text.action}
        progress={<Progress label={text.busy} />}
        onCancel={() => {
          navigate(paths.all)
        }}
        onSubmit={async (secret) => {
          const answer = await ask('security.drawRecoveryKey', { kind: 'recovery', secret })
          if ('refused' in answer) return answer
          setDrawn(answer)
          return null
        }}
      />
    </Page>
  )
}
