import { type Cents, cents, proportion } from '../kernel/cents.ts'
import { type Practice, type VatRegime } from '../practice/practice.ts'

/** General rate, art. 9 lid 1 Wet OB. */
export const VAT_PERCENT = 21

export type Totals = { netCents: Cents; vatCents: Cents; grossCents: Cents }

export type VatTerms = { vatRegime: VatRegime; vatPercent: number; smallBusinessSentence: string }

/** What an invoice says about VAT. The sentence of the small business scheme stands only where the scheme applies. */
export function vatTerms({ vatRegime, smallBusinessSentence }: Practice): VatTerms {
  switch (vatRegime) {
    case 'standard':
      return { vatRegime, vatPercent: VAT_PERCENT, smallBusinessSentence: '' }
    case 'small-business':
      return { vatRegime, vatPercent: 0, smallBusinessSentence }
  }
}

/** Net, VAT and gross of a sum of lines that are without VAT. Under the small business scheme no VAT is charged. */
export function totals(netCents: Cents, regime: VatRegime): Totals {
  const vatCents = regime === 'standard' ? proportion(netCents, VAT_PERCENT, 100) : cents(0)
  return { netCents, vatCents, grossCents: cents(netCents + vatCents) }
}

/**
 * An agreed price without VAT, whether it was agreed with or without. It is rounded to cents before it is
 * multiplied, so that whoever multiplies what is printed finds the amount of the line, the sum of the lines and
 * the VAT over it (the order of EN 16931). Ten times € 149 with VAT therefore comes to € 1.489,99.
 */
export function withoutVat(agreed: Cents, { vatRegime, pricesIncludeVat }: Practice): Cents {
  return vatRegime === 'standard' && pricesIncludeVat ? proportion(agreed, 100, 100 + VAT_PERCENT) : agreed
}
