import { z } from 'zod'

/** An amount of money in whole euro cents; a credit note holds negative ones. */
export const Cents = z.number().int().min(-1_000_000_000).max(1_000_000_000).brand<'Cents'>()
export type Cents = z.infer<typeof Cents>

/** Brands a whole number of cents; throws on a fraction, which is a bug in the caller. */
export function cents(value: number): Cents {
  return Cents.parse(value)
}

/** Sum in cents. */
export function sumCents(values: readonly Cents[]): Cents {
  return cents(values.reduce((total, value) => total + value, 0))
}

/** The same amount taken back. Nothing taken back is nothing, not the −0 that JavaScript makes of it. */
export function negated(amount: Cents): Cents {
  return cents(0 - amount)
}

/**
 * `amount × numerator ÷ denominator`, half a cent rounded away from zero, as bookkeepers do.
 * Integer arithmetic: 149,00 × 183 ÷ 365 must not become 74,70499….
 */
export function proportion(amount: Cents, numerator: number, denominator: number): Cents {
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || denominator <= 0)
    throw new Error('a proportion needs whole numbers')
  const product = BigInt(amount) * BigInt(numerator)
  const divisor = BigInt(denominator)
  const magnitude = product < 0n ? -product : product
  const rounded = (2n * magnitude + divisor) / (2n * divisor)
  return cents(Number(product < 0n ? -rounded : rounded))
}
