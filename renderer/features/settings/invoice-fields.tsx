import { useWatch } from 'react-hook-form'
import { type Practice, VatRegime } from '#shared/practice/practice.ts'
import { settingsText as text } from '../../locale/settings.ts'
import { FormNumber } from '../../ui/form/form-amounts.tsx'
import { FormRadio } from '../../ui/form/form-choices.tsx'
import { FormText } from '../../ui/form/form-text.tsx'
import { type RecordForm } from '../../ui/form/use-record-form.ts'
import { Row, Section } from '../../ui/page.tsx'
import { useRows } from '../../working-set/rows.ts'
import { type PracticeFields } from './practice-fields.ts'

const regimes = VatRegime.options.map((value) => ({ value, label: text.vatRegime[value] }))
const prices = [
  { value: 'excluding', label: text.prices.excluding },
  { value: 'including', label: text.prices.including },
] as const

/** Where numbering begins this year, until Luwte has numbered an invoice of it. */
function NumberingField({ form: { control } }: { form: RecordForm<PracticeFields, Practice> }) {
  const year = useWatch({ control, name: 'numberYear' })
  const last = useWatch({ control, name: 'lastNumberElsewhere' })
  const invoices = useRows('invoices')
  if (invoices === undefined) return null
  if (invoices.some(({ number }) => number.startsWith(`${year}-`)))
    return <p className="quiet">{text.numbersBegun(year)}</p>
  return (
    <FormNumber
      control={control}
      name="lastNumberElsewhere"
      label={text.fields.lastNumberElsewhere}
      description={text.hints.lastNumberElsewhere(year, last)}
      format={{ maximumFractionDigits: 0, useGrouping: false }}
      width="ordinary"
      isOptional
    />
  )
}

/** What an invoice needs by law, and how prices are meant. */
export function InvoiceFields({ form }: { form: RecordForm<PracticeFields, Practice> }) {
  const { control } = form
  const vatRegime = useWatch({ control, name: 'vatRegime' })
  return (
    <Section title={text.legends.invoices}>
      <Row>
        <FormText
          control={control}
          name="kvkNumber"
          label={text.fields.kvkNumber}
          description={text.hints.kvkNumber}
        />
        <FormText control={control} name="vatId" label={text.fields.vatId} description={text.hints.vatId} />
      </Row>
      <FormText control={control} name="iban" label={text.fields.iban} description={text.hints.iban} />
      <FormRadio control={control} name="vatRegime" label={text.fields.vatRegime} choices={regimes} />
      {vatRegime === 'small-business' ? (
        <FormText
          control={control}
          name="smallBusinessSentence"
          label={text.fields.smallBusinessSentence}
          description={text.hints.smallBusinessSentence}
          placeholder={text.defaultSmallBusinessSentence}
          width="full"
          isOptional
        />
      ) : (
        <FormRadio control={control} name="prices" label={text.fields.pricesIncludeVat} choices={prices} />
      )}
      <FormNumber control={control} name="paymentDays" label={text.fields.paymentDays} />
      <NumberingField form={form} />
    </Section>
  )
}
