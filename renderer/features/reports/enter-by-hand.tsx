import { useState } from 'react'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { LADDER } from '#shared/casework/ladder.ts'
import { MELDER_ROLES } from '#shared/casework/roles.ts'
import { MAIN_SUBJECTS, subSubjectsOf } from '#shared/casework/subjects.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { reportCommands } from '#shared/contracts/report-commands.ts'
import { isRefusal } from '#shared/kernel/refusal.ts'
import { TOTAL } from '#shared/statistics/ledger.ts'
import { ledgerText } from '../../locale/ledger.ts'
import { mergedCategories, wordsOf } from '../../locale/report-words.ts'
import { Button } from '../../ui/button.tsx'
import { type Choice } from '../../ui/choices.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { ask } from '../../working-set/client.ts'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useToday } from '../../working-set/today.ts'
import { LineFields } from './line-fields.tsx'

const text = ledgerText.enter

type Figure = { what: string; value: number | null; page: string }
const NOTHING_YET: Figure = { what: TOTAL, value: null, page: '' }
const MOST = 100

/** What a figure of an earlier report can have counted, by the key that the list offers. */
const COUNTED = new Map<string, { dimension: string; categories: readonly string[] }>([
  [TOTAL, { dimension: TOTAL, categories: [] }],
  ...MAIN_SUBJECTS.map((one) => group('subject', one, subSubjectsOf(one))),
  ...MELDER_ROLES.map((one) => group('role', one, [one])),
  ...LADDER.map((one) => group('rung', one, [one])),
])

function group(dimension: string, name: string, categories: readonly string[]) {
  return [`${dimension} ${name}`, { dimension, categories }] as const
}

const CHOICES: Choice<string>[] = [...COUNTED].map(([value, { dimension, categories }]) =>
  dimension === TOTAL
    ? { value, label: text.all }
    : { value, label: mergedCategories(dimension, categories), group: wordsOf(dimension).heading },
)

/** The figures of a document that was made before Luwte, one by one. */
export function EnterByHand({ onEntered }: { onEntered: () => void }) {
  const organisations = useOrganisations()
  const thisYear = yearOf(useToday())
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const [recipient, setRecipient] = useState('')
  const [document, setDocument] = useState('')
  const [handedOverOn, setHandedOverOn] = useState<string | null>(null)
  const [year, setYear] = useState<number | null>(thisYear - 1)
  const [figures, setFigures] = useState<Figure[]>([NOTHING_YET])
  const [isIncomplete, setIncomplete] = useState(false)
  const [refusal, setRefusal] = useState<VaultRefusal | null>(null)
  const [isSaving, setSaving] = useState(false)

  const save = async () => {
    const input = reportCommands['ledger.enter'].input.safeParse({
      organisationId,
      recipient,
      document,
      handedOverOn,
      figures: figures.map(({ what, value, page }) => ({
        ...COUNTED.get(what),
        period: { year, half: null },
        value,
        page,
      })),
    })
    setIncomplete(!input.success)
    if (!input.success) return
    setSaving(true)
    const answer = await ask('ledger.enter', input.data)
    setSaving(false)
    setRefusal(isRefusal(answer) ? answer : null)
    if (isRefusal(answer)) return
    setFigures([NOTHING_YET])
    setDocument('')
    showToast(text.saved)
    onEntered()
  }

  return (
    <Fold title={text.title}>
      <div className="stack">
        <p className="quiet">{text.explain}</p>
        <div className="row">
          <SelectField
            label={text.organisation}
            value={organisationId}
            choices={organisations.map(({ id, name }) => ({ value: id as string, label: name }))}
            onChange={setOrganisationId}
          />
          <NumberField
            label={text.year}
            value={year}
            format={{ useGrouping: false, maximumFractionDigits: 0 }}
            onChange={setYear}
          />
        </div>
        <div className="row">
          <TextField label={text.recipient} value={recipient} onChange={setRecipient} />
          <TextField
            label={text.document}
            description={text.documentHint}
            value={document}
            onChange={setDocument}
          />
          <DateField label={text.handedOverOn} value={handedOverOn} onChange={setHandedOverOn} />
        </div>
        <LineFields
          legend={text.figures}
          lines={figures}
          most={MOST}
          empty={NOTHING_YET}
          add={text.add}
          remove={text.remove}
          onChange={setFigures}
        >
          {(figure, change, index) => (
            <div role="group" aria-label={text.figure(index + 1)} className="row">
              <SelectField
                label={text.what}
                value={figure.what}
                choices={CHOICES}
                onChange={(what) => {
                  if (what !== null) change({ what })
                }}
              />
              <NumberField
                label={text.value}
                value={figure.value}
                onChange={(value) => {
                  change({ value })
                }}
              />
              <TextField
                label={text.page}
                isOptional
                width="short"
                value={figure.page}
                onChange={(page) => {
                  change({ page })
                }}
              />
            </div>
          )}
        </LineFields>
        {isIncomplete && <Notice tone="danger">{text.incomplete}</Notice>}
        <RefusalNotice refusal={refusal} />
        <div>
          <Button variant="primary" isPending={isSaving} onPress={() => void save()}>
            {text.save}
          </Button>
        </div>
      </div>
    </Fold>
  )
}
