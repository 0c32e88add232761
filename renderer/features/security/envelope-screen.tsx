import { useState } from 'react'
import { useLocation } from 'wouter'
import { makeEnvelopePdf } from '../../documents/client.ts'
import { envelopeWords } from '../../locale/safety-documents.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { securityText } from '../../locale/security.ts'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SecretForm } from '../../ui/secret/secret-form.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { localToday } from '../../working-set/today.ts'
import { NewKeySteps, useDrawnKey } from './new-key-steps.tsx'
import { paths } from './paths.ts'

const EMPTY = { whom: '', where: '', what: '' }

/** Fills in the emergency envelope and draws the key that goes into it. What is filled in is kept on paper only. */
export function EnvelopeScreen() {
  const { envelope: text, recoveryKey, back } = securityText
  const [, navigate] = useLocation()
  const [told, setTold] = useState(EMPTY)
  const [isChecked, setChecked] = useState(false)
  const { drawn, draw } = useDrawnKey('envelope')
  const missing = (field: keyof typeof EMPTY): string | undefined =>
    isChecked && told[field].trim() === '' ? text.missing : undefined
  const fill = (field: keyof typeof EMPTY) => (typed: string) => {
    setTold({ ...told, [field]: typed })
  }

  const drawWhenFilled = async (secret: TypedSecret) => {
    setChecked(true)
    return Object.values(told).some((each) => each.trim() === '') ? null : draw(secret)
  }

  if (drawn !== null)
    return (
      <NewKeySteps
        recoveryKey={drawn.recoveryKey}
        words={text}
        makeSheet={() => makeEnvelopePdf({ ...told, ...drawn, madeOn: localToday() })}
        fileName={envelopeWords.fileName}
      />
    )
  return (
    <Page title={text.makeTitle} lead={<TextLink to={paths.all}>{back}</TextLink>}>
      <p>{text.lead}</p>
      <SecretForm
        action={text.action}
        progress={<Progress label={recoveryKey.busy} />}
        onSubmit={drawWhenFilled}
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
