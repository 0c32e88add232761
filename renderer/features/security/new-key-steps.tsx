import { useState, type ReactNode } from 'react'
import { type VaultSlot } from '#shared/contracts/security-commands.ts'
import { securityText } from '../../locale/security.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { KeepRecoveryKey } from '../../ui/secret/keep-recovery-key.tsx'
import { TypeRecoveryKey } from '../../ui/secret/type-recovery-key.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ask } from '../../working-set/client.ts'
import { refreshSecurityOverview, useSecurityOverview } from '../../working-set/security-overview.ts'
import { paths } from './paths.ts'

type Words = {
  keepTitle: string
  keepLead?: string
  keepAdvice?: string
  typeTitle: string
  doneTitle: string
  done: (name: string) => string
  /** About keys of the same kind that open the vault too. */
  older?: (names: readonly string[]) => string
}

type Props = {
  recoveryKey: string
  words: Words
  /** Keeps the key as a sheet. */
  children: ReactNode
}

/** A key that was drawn: shown once, typed back, and only then in use. */
export function NewKeySteps({ recoveryKey, words, children }: Props) {
  const { recoveryKey: text, keys, back } = securityText
  const [isKept, setKept] = useState(false)
  const [slot, setSlot] = useState<VaultSlot | null>(null)
  const lead = <TextLink to={paths.all}>{back}</TextLink>
  const all = useSecurityOverview()?.slots ?? []
  const older = all.filter((one) => one.kind === slot?.kind && one.slot !== slot.slot)

  if (slot !== null)
    return (
      <Page title={words.doneTitle} lead={lead}>
        <Notice>{words.done(keys.slot(slot))}</Notice>
        {words.older !== undefined && older.length > 0 && <p>{words.older(older.map(keys.slot))}</p>}
      </Page>
    )
  if (!isKept)
    return (
      <Page title={words.keepTitle} lead={lead}>
        <KeepRecoveryKey
          recoveryKey={recoveryKey}
          {...(words.keepLead === undefined ? {} : { lead: words.keepLead })}
          {...(words.keepAdvice === undefined ? {} : { advice: words.keepAdvice })}
          onKept={() => {
            setKept(true)
          }}
        >
          {children}
        </KeepRecoveryKey>
      </Page>
    )
  return (
    <Page title={words.typeTitle} lead={lead}>
      <TypeRecoveryKey
        action={text.confirm}
        making={text.confirming}
        onShowAgain={() => {
          setKept(false)
        }}
        onTyped={async (typed) => {
          const answer = await ask('security.confirmRecoveryKey', { recoveryKey: typed })
          if ('refused' in answer) return answer
          await refreshSecurityOverview()
          setSlot(answer)
          return null
        }}
      />
    </Page>
  )
}
