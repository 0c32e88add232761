import { type ReactNode, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast-store.ts'

type Props<Each extends { id: string }> = {
  list: string
  items: readonly Each[]
  item: (each: Each) => string
  /** Why this one stays, instead of the button. */
  stays?: (each: Each) => string | null
  button: string
  buttonOf: (each: Each) => string
  title: string
  explain: (each: Each) => ReactNode
  confirm: string
  isDangerous?: boolean
  /** Takes it back; answers why it did not, or null. */
  takeBack: (each: Each) => Promise<VaultRefusal | null>
  done: string
  onDone: () => void
}

/** Contributions, each with the way to take it back, which asks first. */
export function LinesWithAWayBack<Each extends { id: string }>(props: Props<Each>) {
  const [asking, setAsking] = useState<Each | null>(null)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)

  const take = async (each: Each) => {
    setAsking(null)
    const refused = await props.takeBack(each)
    setRefusal(refused)
    if (refused !== null) return
    showToast(props.done)
    props.onDone()
  }

  return (
    <>
      {props.items.length > 0 && (
        <ul className="report-lines" aria-label={props.list}>
          {props.items.map((each) => {
            const reason = props.stays?.(each) ?? null
            return (
              <li key={each.id} className="report-line">
                <span>{props.item(each)}</span>
                {reason === null ? (
                  <div>
                    <Button
                      variant="plain"
                      label={props.buttonOf(each)}
                      onPress={() => {
                        setAsking(each)
                      }}
                    >
                      {props.button}
                    </Button>
                  </div>
                ) : (
                  <span className="quiet">{reason}</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <RefusalNotice refusal={refusal} />
      <ConfirmDialog
        title={props.title}
        isOpen={asking !== null}
        action={props.confirm}
        isDangerous={props.isDangerous ?? false}
        onConfirm={() => {
          if (asking !== null) void take(asking)
        }}
        onClose={() => {
          setAsking(null)
        }}
      >
        {asking !== null && <p>{props.explain(asking)}</p>}
      </ConfirmDialog>
    </>
  )
}
