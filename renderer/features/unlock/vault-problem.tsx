import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { refusalSentences } from '../../locale/refusals.ts'
import { vaultPart, vaultText } from '../../locale/vault.ts'
import { Notice } from '../../ui/notice.tsx'
import { wrongGroups } from '../../ui/secret/wrong-groups.ts'

/** Why the vault does not open: damage, tampering and a newer format each have a heading and a sentence of their own. */
export function VaultProblem({ refusal }: { refusal: VaultRefusal }) {
  const title = vaultText.refusedTitle[refusal.refused]
  const groups = wrongGroups(refusal.fields)
  const namesParts = ['damaged', 'tampered', 'newer-format'].includes(refusal.refused)
  const parts = namesParts ? (refusal.fields ?? []).map(vaultPart) : []
  return (
    <Notice tone="danger" {...(title === undefined ? {} : { title })}>
      <p>{refusalSentences[refusal.refused]}</p>
      {groups.length > 0 && <p>{vaultText.recovery.wrongGroups(groups)}</p>}
      {parts.length > 0 && <p className="quiet">{parts.join(', ')}</p>}
    </Notice>
  )
}
