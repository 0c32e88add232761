import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { refusalSentences } from '../../locale/refusals.ts'
import { vaultText } from '../../locale/vault.ts'
import { Notice } from '../../ui/notice.tsx'

/** Why the vault does not open: damage, tampering and a newer format each have a heading and a sentence of their own. */
export function VaultProblem({ refusal }: { refusal: VaultRefusal }) {
  const title = vaultText.refusedTitle[refusal.refused]
  return (
    <Notice tone="danger" {...(title === undefined ? {} : { title })}>
      <p>{refusalSentences[refusal.refused]}</p>
      {refusal.refused !== 'wrong-passphrase' && refusal.fields !== undefined && (
        <p className="quiet">{refusal.fields.join(', ')}</p>
      )}
    </Notice>
  )
}
