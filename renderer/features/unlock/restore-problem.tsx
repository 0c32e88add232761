import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { refusalSentences } from '../../locale/refusals.ts'
import { restoreText } from '../../locale/restore.ts'
import { vaultText } from '../../locale/vault.ts'
import { Notice } from '../../ui/notice.tsx'
import { wrongGroups } from '../../ui/secret/wrong-groups.ts'

/** Why a backup was not put back; whatever the reason, nothing was changed. */
export function RestoreProblem({ refusal: { refused, fields } }: { refusal: VaultRefusal }) {
  const title = restoreText.refusedTitle[refused]
  const groups = wrongGroups(fields)
  // With a group that is mistyped nobody knows yet whether the key is another.
  const sentence =
    groups.length > 0
      ? vaultText.recovery.wrongGroups(groups)
      : (restoreText.refused[refused] ?? refusalSentences[refused])
  return (
    <Notice tone="danger" {...(title === undefined ? {} : { title })}>
      <p>{sentence}</p>
    </Notice>
  )
}
