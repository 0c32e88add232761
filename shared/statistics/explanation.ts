/** A printed or hidden cell in a sum, with its value. Secret: values of hidden cells stand here. */
export type Term = { id: string; sign: 1 | -1; value: number }

/**
 * Why a cell is hidden. `terms` added up give the interval that would be revealed: when min = max, their sum is
 * that number; else it is the end at which the interval is too tight (divided by `divisor`, when there is one).
 */
export type Explanation = {
  id: string
  reason: 'too-few' | 'protects-others' | 'hidden-before'
  because: {
    terms: Term[]
    min: number
    max: number
    /** What must not be learned, and the atoms whose sum would be revealed: those, or more that hold them. */
    about: string
    members: readonly number[]
    /** The atoms in which whoever computes this knows herself to be. */
    own: readonly number[]
    divisor?: number
  }
}

/** A cell that is hidden for its own sake: its value is the whole sum. */
export function ownExplanation(
  id: string,
  value: number,
  members: readonly number[],
  reason: Explanation['reason'],
): Explanation {
  const terms: Term[] = [{ id, sign: 1, value }]
  return { id, reason, because: { terms, min: value, max: value, about: id, members, own: [] } }
}

/** Writes factors as repeated terms over a common divisor, so that the sum needs signs only; null when none is small. */
export function signedTerms(
  parts: readonly { id: string; value: number; factor: number }[],
): { terms: Term[]; divisor: number; sum: number } | null {
  for (let divisor = 1; divisor <= 12; divisor += 1) {
    const times = parts.map(({ factor }) => Math.round(factor * divisor))
    if (parts.some(({ factor }, index) => Math.abs(factor * divisor - (times[index] ?? 0)) > 1e-6)) continue
    const terms = parts.flatMap(({ id, value }, index) => {
      const count = times[index] ?? 0
      return Array.from({ length: Math.abs(count) }, (): Term => ({ id, sign: count > 0 ? 1 : -1, value }))
    })
    terms.sort((a, b) => b.sign - a.sign || b.value - a.value)
    return { terms, divisor, sum: terms.reduce((sum, { sign, value }) => sum + sign * value, 0) }
  }
  return null
}
