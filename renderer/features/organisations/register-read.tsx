import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { registerText as text } from '../../locale/organisations.ts'
import { Notice } from '../../ui/notice.tsx'

/** What was found in the file, and what was odd about it; nothing of that stands in the way. */
export function RegisterRead({ name, answer }: { name: string; answer: VaultAnswer<'register.open'> }) {
  const { rows, skipped, failingCheck, missingColumns } = answer
  return (
    <Notice>
      <p>{text.read(rows, name)}</p>
      {skipped > 0 && <p>{text.skipped(skipped)}</p>}
      {failingCheck > 0 && <p>{text.failing(failingCheck)}</p>}
      {missingColumns.length > 0 && <p>{text.missing(missingColumns.join(', '))}</p>}
    </Notice>
  )
}
