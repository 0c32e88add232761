import './secret.css'
import { type ReactNode } from 'react'
import { vaultText } from '../../locale/vault.ts'
import { Button } from '../button.tsx'
import { FormActions } from '../form-actions.tsx'
import { Notice } from '../notice.tsx'

type Props = {
  recoveryKey: string
  onKept: () => void
  /** What the key is for; without it, what a recovery key is for. */
  lead?: string
  /** Where it should be kept; without it, where a recovery key should be. */
  advice?: string
  /** The sheet to keep it on. */
  children?: ReactNode
}

/** Shows the recovery key once, in numbered groups to be copied by hand, and as a sheet. */
export function KeepRecoveryKey({ recoveryKey, onKept, lead, advice, children }: Props) {
  const { recovery: text } = vaultText
  return (
    <>
      <p>{lead ?? text.lead}</p>
      <section aria-label={text.sheetTitle}>
        <ol className="recovery-key" aria-label={text.keyLabel}>
          {recoveryKey.split(/[-\s]+/).map((group, index) => (
            <li key={`${index}-${group}`}>{group}</li>
          ))}
        </ol>
      </section>
      {children}
      <Notice tone="warn">{advice ?? text.advice}</Notice>
      <FormActions>
        <Button variant="primary" autoFocus onPress={onKept}>
          {text.next}
        </Button>
      </FormActions>
    </>
  )
}
