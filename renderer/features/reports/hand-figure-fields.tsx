import { type Control, useWatch } from 'react-hook-form'
import { type VaultInput } from '#shared/contracts/vault.ts'
import { type Location } from '#shared/organisations/location.ts'
import { DIMENSION_NAMES } from '#shared/reports/report-choices.ts'
import { TOTAL } from '#shared/statistics/ledger.ts'
import { enterByHandText as text } from '../../locale/enter-by-hand.ts'
import { type Choice } from '../../ui/choices.tsx'
import { FormNumber } from '../../ui/form/form-amounts.tsx'
import { FormCombo, FormSelect } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { Row } from '../../ui/page.tsx'
import {
  type Breakdown,
  type HandFields,
  rowChoices,
  type Stood,
  type Stretch,
  valueLabel,
} from './hand-figures.ts'

const BREAKDOWNS: Choice<Breakdown>[] = [
  { value: TOTAL, label: text.breakdowns.total },
  ...DIMENSION_NAMES.map((value) => ({ value, label: text.breakdowns[value] })),
]
const STRETCHES = choicesOf<Stretch>(text.stretches)
const STOOD = choicesOf<Stood>(text.stoodWords)
const plainYear = { useGrouping: false, maximumFractionDigits: 0 }

function choicesOf<Value extends string>(labels: Readonly<Record<Value, string>>): Choice<Value>[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }))
}

type Props = {
  control: Control<HandFields, unknown, VaultInput<'ledger.enter'>>
  index: number
  /** Of the organisation that was chosen; null while none was. */
  locations: readonly Location[] | null
}

/** What one figure counted, over which period, and what stood there. */
export function HandFigureFields({ control, index, locations }: Props) {
  const figure = useWatch({ control, name: `figures.${index}` })
  const at = `figures.${index}` as const
  const { breakdown, stretch, stood } = figure
  const needsOrganisation = breakdown === 'location' && locations === null
  return (
    <>
      <Row>
        <FormSelect control={control} name={`${at}.breakdown`} label={text.breakdown} choices={BREAKDOWNS} />
        {breakdown !== null && breakdown !== TOTAL && (
          <FormCombo
            // Choices of another breakdown are another field.
            key={breakdown}
            control={control}
            name={`${at}.row`}
            label={text.row}
            description={needsOrganisation ? text.chooseOrganisation : text.rowHint}
            choices={rowChoices(breakdown, locations ?? [])}
          />
        )}
      </Row>
      <Row>
        <FormSelect control={control} name={`${at}.stretch`} label={text.stretch} choices={STRETCHES} />
        <FormNumber
          control={control}
          name={`${at}.year`}
          label={stretch === 'years' ? text.fromYear : text.year}
          format={plainYear}
        />
        {stretch === 'years' && (
          <FormNumber control={control} name={`${at}.toYear`} label={text.toYear} format={plainYear} />
        )}
      </Row>
      <Row>
        <FormSelect control={control} name={`${at}.stood`} label={text.stood} choices={STOOD} />
        {stood !== 'left-out' && (
          <FormNumber control={control} name={`${at}.value`} label={valueLabel(stood)} minValue={0} />
        )}
        {stood === 'range' && (
          <FormNumber control={control} name={`${at}.upTo`} label={text.upTo} minValue={0} />
        )}
        <FormText control={control} name={`${at}.page`} label={text.page} isOptional />
      </Row>
    </>
  )
}
