import { type Cents, Cents as CentsSchema } from '#shared/kernel/cents.ts'

const asEuros = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })
const asInput = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** An amount as a Dutch bookkeeper writes it: `€ 1.490,00`, and `€ -149,00` on a credit note. */
export function euros(amount: number): string {
  return asEuros.format(amount / 100)
}

/** An amount as it stands in a field that can be typed in: `1.490,00`. */
export function eurosInField(amount: number): string {
  return asInput.format(amount / 100)
}

/**
 * Reads an amount that somebody typed: `149`, `149,00`, `149.00`, `€ 1.490,5`, `149,-`. A dot before three digits
 * parts thousands, as in Dutch. Answers null for anything else, so that nothing is guessed.
 */
export function readEuros(text: string): Cents | null {
  const bare = text
    .replace(/^\s*(€|EUR)/i, '')
    .replace(/\s/g, '')
    .replace(/,(-{1,2}|–|—)$/, '')
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(bare) ?? /^(\d+)\.(\d{1,2})$/.exec(bare)
  if (match === null) return null
  const whole = Number((match[1] ?? '').replaceAll('.', ''))
  const fraction = Number((match[2] ?? '').padEnd(2, '0'))
  const amount = CentsSchema.safeParse(whole * 100 + fraction)
  return amount.success ? amount.data : null
}
