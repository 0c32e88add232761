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
  /** Another way to keep it: a sheet as a file. */
  children?: ReactNode
}

/** Shows the recovery key once, in numbered groups, to be printed or copied by hand. */
export function KeepRecoveryKey({ recoveryKey, onKept, lead, children }: Props) {
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
      <Notice tone="warn">{text.advice}</Notice>
      <FormActions>
        <Button variant="primary" autoFocus onPress={onKept}>
          {text.next}
        </Button>
        <Button
          onPress={() => {
            window.print()
          }}
        >
          {text.print}
        </Button>
      </FormActions>
    </>
  )
}
