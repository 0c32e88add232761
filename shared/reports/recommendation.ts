import { z } from 'zod'
import { Line, lineUpTo } from '../kernel/text.ts'

/** A measure that the advisor recommends, and who in the organisation would see to it. */
export const Recommendation = z.strictObject({ text: lineUpTo(1000).min(1), owner: Line })
export type Recommendation = z.infer<typeof Recommendation>

export const WHAT_BECAME = ['done', 'under-way', 'not-taken-up', 'lapsed', 'unknown'] as const
export const WhatBecame = z.enum(WHAT_BECAME)
export type WhatBecame = z.infer<typeof WhatBecame>

/** A recommendation of the report before this one, with what became of it. */
export const FollowUp = Recommendation.extend({ became: WhatBecame, remark: lineUpTo(1000) })
export type FollowUp = z.infer<typeof FollowUp>

/**
 * Every recommendation of the report before, in its order, each with what was written about it since; nothing yet is
 * `unknown`. What was written about a recommendation that was never made is left out.
 */
export function followUpsOf(
  recommendations: readonly Recommendation[],
  written: readonly FollowUp[],
): FollowUp[] {
  return recommendations.map(({ text, owner }) => {
    const followUp = written.find((one) => one.text === text)
    return { text, owner, became: followUp?.became ?? 'unknown', remark: followUp?.remark ?? '' }
  })
}
