import { type Cents, cents, proportion } from '../kernel/cents.ts'
import { type VatRegime } from '../practice/practice.ts'

/** General rate, art. 9 lid 1 Wet OB. */
export const VAT_PERCENT = 21

export type Totals = { netCents: Cents; vatCents: Cents; grossCents: Cents }

/** Net, VAT and gross of a sum of lines that are without VAT. Under the small business scheme no VAT is charged. */
export function totals(netCents: Cents, regime: VatRegime): Totals {
  const vatCents = regime === 'standard' ? proportion(netCents, VAT_PERCENT, 100) : cents(0)
  return { netCents, vatCents, grossCents: cents(netCents + vatCents) }
}

/** An agreed price without VAT, whether it was agreed with or without. */
export function withoutVat(agreed: Cents, regime: VatRegime, pricesIncludeVat: boolean): Cents {
  return regime === 'standard' && pricesIncludeVat ? proportion(agreed, 100, 100 + VAT_PERCENT) : agreed
}
