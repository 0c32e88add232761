import { useState } from 'react'
import { type ListedContribution } from '#shared/contracts/contribution-commands.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { contributionText as text } from '../../locale/contributions.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'

type Props = { contributions: readonly ListedContribution[]; onRemoved: () => void }

/** The contributions that count, each with the way to take it out while no settled report counted it. */
export function ContributionList({ contributions, onRemoved }: Props) {
  const [removing, setRemoving] = useState<ListedContribution | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)

  const remove = async ({ id }: ListedContribution) => {
    setRemoving(null)
    const answer = await ask('contribution.remove', { id })
    setRefusal(isRefusal(answer) ? answer : null)
    if (isRefusal(answer)) return
    showToast(text.removed)
    onRemoved()
  }

  return (
    <>
      {contributions.length > 0 && (
        <ul className="report-lines" aria-label={text.list}>
          {contributions.map((each) => (
            <li key={each.id} className="report-line">
              <span>{text.item(each)}</span>
              {each.isReported ? (
                <span className="quiet">{text.isReported}</span>
              ) : (
                <div>
                  <Button
                    variant="plain"
                    label={text.removeOf(each.from)}
                    onPress={() => {
                      setRemoving(each)
                    }}
                  >
                    {text.remove}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <RefusalNotice refusal={refusal} />
      <ConfirmDialog
        title={text.removeTitle}
        isOpen={removing !== null}
        action={text.removeConfirm}
        isDangerous
        onConfirm={() => {
          if (removing !== null) void remove(removing)
        }}
        onClose={() => {
          setRemoving(null)
        }}
      >
        {removing !== null && <p>{text.removeExplain(removing)}</p>}
      </ConfirmDialog>
    </>
  )
}
