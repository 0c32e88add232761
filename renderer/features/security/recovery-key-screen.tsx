import { useState } from 'react'
import { useLocation } from 'wouter'
import { isDocumentRefusal, makeRecoverySheetPdf } from '../../documents/client.ts'
import { recoverySheetWords } from '../../locale/safety-documents.ts'
import { securityText } from '../../locale/security.ts'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ask } from '../../working-set/client.ts'
import { localToday } from '../../working-set/today.ts'
import { NewKeySteps } from './new-key-steps.tsx'
import { paths } from './paths.ts'
import { SaveSecretSheet } from './save-secret-sheet.tsx'

/** Draws another recovery key. */
export function RecoveryKeyScreen() {
  const { recoveryKey: text, back } = securityText
  const [, navigate] = useLocation()
  const [drawn, setDrawn] = useState<string | null>(null)

  if (drawn !== null)
    return (
      <NewKeySteps recoveryKey={drawn} words={text}>
        <SaveSecretSheet
          words={text.sheet}
          fileName={recoverySheetWords.fileName}
          onMake={async () => {
            const made = await makeRecoverySheetPdf({ recoveryKey: drawn, madeOn: localToday() })
            return isDocumentRefusal(made) ? null : made
          }}
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
          setDrawn(answer.recoveryKey)
          return null
        }}
      />
    </Page>
  )
}
