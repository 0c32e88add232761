import { useLocation } from 'wouter'
import { makeRecoverySheetPdf } from '../../documents/client.ts'
import { recoverySheetWords } from '../../locale/safety-documents.ts'
import { securityText } from '../../locale/security.ts'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { localToday } from '../../working-set/today.ts'
import { NewKeySteps, useDrawnKey } from './new-key-steps.tsx'
import { paths } from './paths.ts'

/** Draws another recovery key. */
export function RecoveryKeyScreen() {
  const { recoveryKey: text, back } = securityText
  const [, navigate] = useLocation()
  const { drawn, draw } = useDrawnKey('recovery')

  if (drawn !== null)
    return (
      <NewKeySteps
        recoveryKey={drawn.recoveryKey}
        words={text}
        makeSheet={() => makeRecoverySheetPdf({ ...drawn, madeOn: localToday() })}
        fileName={recoverySheetWords.fileName}
      />
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
        onSubmit={draw}
      />
    </Page>
  )
}
