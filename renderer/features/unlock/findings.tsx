import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { vaultPart, vaultText } from '../../locale/vault.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/notice.tsx'
import { host } from '../../working-set/host.ts'

/** What the page of these findings is about: the worst of them. */
export function findingsTitle(findings: readonly VaultFinding[]): string {
  const { findings: text } = vaultText
  return isRolledBack(findings) ? text.rolledBack.title : text.title
}

/** What was not as it was left, to be read before going on. */
export function Findings({ findings, onContinue }: { findings: VaultFinding[]; onContinue: () => void }) {
  const { findings: text } = vaultText
  const older = isRolledBack(findings)
  const facts = findings.flatMap(({ part, finding }) =>
    finding === 'rolled-back' ? [] : [{ name: vaultPart(part), value: text.finding[finding] }],
  )
  return (
    <>
      {older && (
        <>
          <Notice tone="warn">{text.rolledBack.what}</Notice>
          <p>{text.rolledBack.safe}</p>
          <p>{text.rolledBack.advice}</p>
        </>
      )}
      {facts.length > 0 && (
        <>
          <Notice tone="warn">{text.lead}</Notice>
          <Facts facts={facts} />
          <p>{text.advice}</p>
        </>
      )}
      <FormActions>
        {older && (
          <Button variant="primary" autoFocus onPress={() => void host.lock()}>
            {text.rolledBack.lock}
          </Button>
        )}
        <Button variant={older ? 'ordinary' : 'primary'} autoFocus={!older} onPress={onContinue}>
          {older ? text.rolledBack.action : text.action}
        </Button>
      </FormActions>
    </>
  )
}

function isRolledBack(findings: readonly VaultFinding[]): boolean {
  return findings.some(({ finding }) => finding === 'rolled-back')
}
