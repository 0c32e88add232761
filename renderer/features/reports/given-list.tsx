import { useState } from 'react'
import { type ListedGiven } from '#shared/contracts/contribution-commands.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { contributionText } from '../../locale/contributions.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'

const text = contributionText.given

type Props = { given: readonly ListedGiven[]; onTaken: () => void }

/** What was sealed for a colleague, each with the way back for a file that nobody got. */
export function GivenList({ given, onTaken }: Props) {
  const [asking, setAsking] = useState<ListedGiven | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)

  const take = async ({ id }: ListedGiven) => {
    setAsking(null)
    const answer = await ask('contribution.neverGiven', { id })
    setRefusal(isRefusal(answer) ? answer : null)
    if (isRefusal(answer)) return
    showToast(text.taken)
    onTaken()
  }

  return (
    <>
      {given.length > 0 && (
        <ul className="report-lines" aria-label={text.list}>
          {given.map((each) => (
            <li key={each.id} className="report-line">
              <span>{text.item(each)}</span>
              <div>
                <Button
                  variant="plain"
                  label={text.neverOf(each)}
                  onPress={() => {
                    setAsking(each)
                  }}
                >
                  {text.never}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <RefusalNotice refusal={refusal} />
      <ConfirmDialog
        title={text.neverTitle}
        isOpen={asking !== null}
        action={text.neverConfirm}
        onConfirm={() => {
          if (asking !== null) void take(asking)
        }}
        onClose={() => {
          setAsking(null)
        }}
      >
        <p>{text.neverExplain}</p>
      </ConfirmDialog>
    </>
  )
}
