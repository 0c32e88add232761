import { useState } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { Progress } from './progress.tsx'

type Answer<Reason extends string> = { saved: string } | { refused: Reason }

type Props<Reason extends string> = {
  label: string
  /** Where the words on the button do not suffice. */
  spokenLabel?: string
  making: string
  saved: (name: string) => string
  /** `cancelled` is no fault. */
  notSaved: Record<Reason, string>
  variant?: 'primary' | 'ordinary'
  /** Makes the document and writes it where the advisor says. */
  onSave: () => Promise<Answer<Reason>>
}

/** Saves a document as a file and says what came of it. */
export function SaveDocument<Reason extends string>({
  label,
  spokenLabel,
  making,
  saved,
  notSaved,
  variant = 'primary',
  onSave,
}: Props<Reason>) {
  const [isMaking, setMaking] = useState(false)
  const [told, setTold] = useState<{ tone: 'calm' | 'danger'; text: string } | null>(null)
  const save = async (): Promise<void> => {
    setTold(null)
    setMaking(true)
    const answer = await onSave()
    setMaking(false)
    if ('saved' in answer) setTold({ tone: 'calm', text: saved(answer.saved) })
    else
      setTold({
        tone: answer.refused === 'cancelled' ? 'calm' : 'danger',
        text: notSaved[answer.refused],
      })
  }
  return (
    <>
      <div>
        <Button
          variant={variant}
          isPending={isMaking}
          {...(spokenLabel === undefined ? {} : { label: spokenLabel })}
          onPress={() => {
            void save()
          }}
        >
          {label}
        </Button>
      </div>
      {isMaking && <Progress label={making} />}
      <div role="status">{told !== null && <Notice tone={told.tone}>{told.text}</Notice>}</div>
    </>
  )
}
