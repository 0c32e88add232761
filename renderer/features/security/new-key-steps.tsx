import { useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type TypedSecret, type VaultSlot } from '#shared/contracts/security-commands.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type DocumentRefusal, isDocumentRefusal } from '../../documents/client.ts'
import { type SecretSheetWords } from '../../locale/secret-sheet.ts'
import { securityText } from '../../locale/security.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { KeepRecoveryKey } from '../../ui/secret/keep-recovery-key.tsx'
import { SecretSheet } from '../../ui/secret/secret-sheet.tsx'
import { TypeRecoveryKey } from '../../ui/secret/type-recovery-key.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { ask } from '../../working-set/client.ts'
import { host } from '../../working-set/host.ts'
import { refreshSecurityOverview, useSecurityOverview } from '../../working-set/security-overview.ts'
import { paths } from './paths.ts'
import { savePdf } from './save-pdf.ts'

type Words = {
  sheet: SecretSheetWords
  keepTitle: string
  keepLead?: string
  keepAdvice?: string
  typeTitle: string
  doneTitle: string
  done: (name: string) => string
  /** About keys of the same kind that open the vault too. */
  older?: (names: readonly string[]) => string
}

export type DrawnKey = VaultAnswer<'security.drawRecoveryKey'>

/** Draws a key of a kind, for who knows a secret; it opens nothing yet. Answers why not, or `null`. */
export function useDrawnKey(kind: 'recovery' | 'envelope') {
  const [drawn, setDrawn] = useState<DrawnKey | null>(null)
  const draw = async (secret: TypedSecret): Promise<VaultRefusal | null> => {
    const answer = await ask('security.drawRecoveryKey', { kind, secret })
    if (isRefusal(answer)) return answer
    setDrawn(answer)
    return null
  }
  return { drawn, draw }
}

type Props = {
  recoveryKey: string
  words: Words
  /** Makes the sheet on which the key is kept. */
  makeSheet: () => Promise<Uint8Array | DocumentRefusal>
  fileName: string
}

/** A key that was drawn: shown once, printed, typed back, and only then in use. */
export function NewKeySteps({ recoveryKey, words, makeSheet, fileName }: Props) {
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
          <SecretSheet
            words={words.sheet}
            onMake={async () => {
              const made = await makeSheet()
              return isDocumentRefusal(made) ? null : made
            }}
            onSave={(file) => savePdf(file, fileName)}
            onPrint={host.print}
          />
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
