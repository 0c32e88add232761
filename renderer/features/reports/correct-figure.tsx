import { useState } from 'react'
import { type ListedFigure } from '#shared/contracts/report-commands.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { type LedgerValue } from '#shared/statistics/ledger.ts'
import { enterByHandText } from '../../locale/enter-by-hand.ts'
import { ledgerText as text } from '../../locale/ledger.ts'
import { sentenceFor } from '../../locale/refusals.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useUiWords } from '../../ui/words.tsx'
import { ask } from '../../working-set/client.ts'
import { type Stood, valueLabel, valueOf } from './hand-figures.ts'

const STOOD = (Object.entries(enterByHandText.stoodWords) as [Stood, string][]).map(([value, label]) => ({
  value,
  label,
}))

type Typed = { stood: Stood | null; value: number | null; upTo: number | null; page: string }

/** A value of the ledger as it is typed. */
function typedOf(value: LedgerValue): Pick<Typed, 'stood' | 'value' | 'upTo'> {
  if (value === 'hidden') return { stood: 'left-out', value: null, upTo: null }
  if (typeof value === 'number') return { stood: 'number', value, upTo: null }
  return value.from === 0
    ? { stood: 'below', value: value.to + 1, upTo: null }
    : { stood: 'range', value: value.from, upTo: value.to }
}

/** Corrects what was typed in for one figure; what stood there stays in the list. */
export function CorrectFigure({
  figure,
  counted,
  onCorrected,
  onClose,
}: {
  figure: ListedFigure
  /** What it counts, in words. */
  counted: string
  onCorrected: () => void
  onClose: () => void
}) {
  const words = useUiWords()
  const [typed, setTyped] = useState<Typed>({ ...typedOf(figure.value), page: figure.page })
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part })
  }
  const read = valueOf(typed)
  const issue = isTried && typeof read === 'object' && 'issue' in read ? read.issue : null
  const errorAt = (field: keyof Typed) => (issue?.path[0] === field ? sentenceFor(issue.message) : undefined)
  const correct = async () => {
    setTried(true)
    if (typeof read === 'object' && 'issue' in read) return
    const answer = await ask('ledger.correct', { id: figure.id, value: read, page: typed.page })
    if (isRefusal(answer)) setRefusal(answer)
    else onCorrected()
  }
  return (
    <Dialog title={text.correctTitle} isOpen onClose={onClose}>
      <div className="stack">
        <p>{text.correctExplain}</p>
        <p className="quiet">{text.correcting(counted, figure)}</p>
        <SelectField
          label={enterByHandText.stood}
          value={typed.stood}
          choices={STOOD}
          onChange={(stood) => {
            change({ stood })
          }}
        />
        {typed.stood !== 'left-out' && (
          <NumberField
            label={valueLabel(typed.stood)}
            value={typed.value}
            minValue={0}
            error={errorAt('value')}
            onChange={(value) => {
              change({ value })
            }}
          />
        )}
        {typed.stood === 'range' && (
          <NumberField
            label={enterByHandText.upTo}
            value={typed.upTo}
            minValue={0}
            error={errorAt('upTo')}
            onChange={(upTo) => {
              change({ upTo })
            }}
          />
        )}
        <TextField
          label={enterByHandText.page}
          isOptional
          value={typed.page}
          onChange={(page) => {
            change({ page })
          }}
        />
        <RefusalNotice refusal={refusal} />
      </div>
      <FormActions>
        <Button
          variant="primary"
          onPress={() => {
            void correct()
          }}
        >
          {text.correctConfirm}
        </Button>
        <Button onPress={onClose}>{words.cancel}</Button>
      </FormActions>
    </Dialog>
  )
}
