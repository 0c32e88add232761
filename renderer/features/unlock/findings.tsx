import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { vaultPart, vaultText } from '../../locale/vault.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/notice.tsx'

/** What was not as it was left, to be read before going on. */
export function Findings({ findings, onContinue }: { findings: VaultFinding[]; onContinue: () => void }) {
  const { findings: text } = vaultText
  return (
    <>
      <Notice tone="warn">{text.lead}</Notice>
      <Facts
        facts={findings.map(({ part, finding }) => ({ name: vaultPart(part), value: text.finding[finding] }))}
      />
      <p>{text.advice}</p>
      <FormActions>
        <Button variant="primary" autoFocus onPress={onContinue}>
          {text.action}
        </Button>
      </FormActions>
    </>
  )
}
