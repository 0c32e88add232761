import { vaultText } from '../../locale/vault.ts'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Shows the recovery key once, in numbered groups, to be printed or copied by hand. */
export function KeepRecoveryKey({ recoveryKey, onKept }: { recoveryKey: string; onKept: () => void }) {
  const { recovery: text } = vaultText
  return (
    <>
      <p>{text.lead}</p>
      <section aria-label={text.sheetTitle}>
        <ol className="recovery-key" aria-label={text.keyLabel}>
          {recoveryKey.split(/[-\s]+/).map((group, index) => (
            <li key={`${index}-${group}`}>{group}</li>
          ))}
        </ol>
      </section>
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
