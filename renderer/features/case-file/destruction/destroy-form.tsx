import { useState } from 'react'
import { useLocation } from 'wouter'
import { type CaseFile } from '#shared/casework/case-file.ts'
import { type Destruction } from '#shared/casework/destruction.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { destructionText as text } from '../../../locale/destruction.ts'
import { Page } from '../../../ui/page.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { RadioField } from '../../../ui/radio-field.tsx'
import { SecretForm } from '../../../ui/secret/secret-form.tsx'
import { ask } from '../../../working-set/client.ts'
import { forgetBackupRound } from '../../../working-set/backup-round.ts'
import { refreshSecurityOverview } from '../../../working-set/security-overview.ts'
import { paths } from '../paths.ts'
import { useCaseTitle } from '../use-case-title.ts'
import { useUninvoiced } from './use-uninvoiced.ts'
import { WhatHappens } from './what-happens.tsx'

type Reason = Destruction['reason']
const REASONS: readonly Reason[] = ['term-ended', 'on-request']

type Props = {
  caseFile: CaseFile
  what: Destruction['what']
  onDestroyed: (destructionId: string) => void
}

/** Asks why and for the passphrase, and destroys a case or its names. */
export function DestroyForm({ caseFile, what, onDestroyed }: Props) {
  const { id } = caseFile
  const words = what === 'case' ? text.wholeCase : text.persons
  const [, navigate] = useLocation()
  const { title } = useCaseTitle(caseFile)
  const [reason, setReason] = useState<Reason | null>(null)
  const [problem, setProblem] = useState<string | undefined>()

  const uninvoiced = useUninvoiced(what === 'case' ? id : null)
  const send = async (secret: TypedSecret) => {
    if (what === 'persons') return ask('case.destroyPersons', { id, secret })
    return reason === null ? null : ask('case.destroy', { id, reason, secret })
  }

  const destroy = async (secret: TypedSecret) => {
    setProblem(undefined)
    const answer = await send(secret)
    if (answer === null) {
      setProblem(text.reason.missing)
      return null
    }
    if ('refused' in answer) {
      if (answer.refused !== 'case-open') return answer
      setProblem(text.stillOpen)
      return null
    }
    forgetBackupRound()
    onDestroyed(answer.destructionId)
    await refreshSecurityOverview()
    return null
  }

  return (
    <Page title={words.title} lead={title}>
      <WhatHappens what={what} uninvoiced={uninvoiced} />
      <SecretForm
        action={words.action}
        isDangerous
        progress={<Progress label={text.loading} />}
        onSubmit={destroy}
        onCancel={() => {
          navigate(paths.case(id), { replace: true })
        }}
      >
        {what === 'case' && (
          <RadioField
            label={text.reason.label}
            value={reason}
            onChange={setReason}
            error={problem}
            layout="column"
            choices={REASONS.map((value) => ({
              value,
              label: text.reason.words[value],
              detail: text.reason.details[value],
            }))}
          />
        )}
      </SecretForm>
    </Page>
  )
}
