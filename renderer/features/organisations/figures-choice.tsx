import { useWatch } from 'react-hook-form'
import { type EngagementDetails } from '#shared/organisations/engagement.ts'
import { defaultPreset, Preset, type Threshold } from '#shared/statistics/presets.ts'
import { contractText as text } from '../../locale/contract.ts'
import { FormText } from '../../ui/form/form-text.tsx'
import { useBoundField } from '../../ui/form/use-bound-field.ts'
import { type RecordForm } from '../../ui/form/use-record-form.ts'
import { Notice } from '../../ui/notice.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type ContractFields, readPeople, withPreset, withReachable } from './contract-fields.ts'

const thresholds: readonly { value: `${Threshold}`; threshold: Threshold }[] = [
  { value: '3', threshold: 3 },
  { value: '5', threshold: 5 },
  { value: '10', threshold: 10 },
]

const presets = Preset.options.map((value) => ({
  value,
  label: text.preset[value],
  detail: `${text.presetMeans[value]} ${text.presetFor[value]}`,
}))

/** How careful the figures of this organisation are: proposed by the number of people, chosen by the advisor. */
export function FiguresChoice({ form }: { form: RecordForm<ContractFields, EngagementDetails> }) {
  const { control } = form
  const reachable = useBoundField<ContractFields, EngagementDetails, string>({ control, name: 'reachable' })
  const preset = useBoundField<ContractFields, EngagementDetails, Preset>({ control, name: 'preset' })
  const threshold = useBoundField<ContractFields, EngagementDetails, Threshold>({
    control,
    name: 'threshold',
  })
  const [chosen, k, billing] = useWatch({ control, name: ['preset', 'threshold', 'hoursBilling'] })

  const change = (next: ContractFields) => {
    for (const name of ['reachable', 'preset', 'presetChosen', 'threshold'] as const)
      form.setValue(name, next[name], { shouldValidate: form.formState.isSubmitted, shouldDirty: true })
  }
  const people = readPeople(reachable.value ?? '')
  const offered = chosen === 'strict' ? thresholds.filter((one) => one.threshold === 10) : thresholds
  return (
    <>
      <TextField
        {...reachable}
        label={text.fields.reachable}
        value={reachable.value ?? ''}
        onChange={(typed) => {
          change(withReachable(form.getValues(), typed))
        }}
        description={people === null ? text.hints.reachable : text.proposed(defaultPreset(people), people)}
      />
      <RadioField
        {...preset}
        label={text.fields.preset}
        value={chosen}
        onChange={(next) => {
          if (next !== null) change(withPreset(form.getValues(), next))
        }}
        choices={presets}
        layout="column"
      />
      {chosen === 'ordinary' && people !== null && defaultPreset(people) !== 'ordinary' && (
        <Notice tone="warn">{text.lessCareful(people)}</Notice>
      )}
      <RadioField
        {...threshold}
        label={text.fields.threshold}
        value={`${k}` as const}
        onChange={(next) => {
          const one = thresholds.find(({ value }) => value === next)
          if (one !== undefined) change({ ...form.getValues(), threshold: one.threshold })
        }}
        choices={offered.map(({ value, threshold: count }) => ({ value, label: text.threshold[count] }))}
        description={chosen === 'strict' ? text.hints.thresholdStrict : text.hints.threshold}
      />
      {k === 3 && (
        <FormText
          control={control}
          name="thresholdReason"
          label={text.fields.thresholdReason}
          description={text.hints.thresholdReason}
        />
      )}
      <Notice title={text.sentenceTitle}>{text.sentence(chosen, k, billing)}</Notice>
    </>
  )
}
