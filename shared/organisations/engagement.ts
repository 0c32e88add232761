import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { Cents, cents } from '../kernel/cents.ts'
import { Id } from '../kernel/id.ts'
import { Line } from '../kernel/text.ts'
import { Preset, Threshold } from '../statistics/presets.ts'

/**
 * How hours reach an invoice: not at all (they come out of the yearly bundle), in one line a half-year that merges
 * consults with meetings and preparation, or in one of consults alone: that one tells that there was use, and none
 * tells that there was none.
 */
export const HoursBilling = z.enum(['bundle', 'half-yearly-line', 'consults-alone'])
export type HoursBilling = z.infer<typeof HoursBilling>

/** The contract with one organisation. */
export const EngagementDetails = z
  .strictObject({
    organisationId: Id,
    startsOn: CalendarDate,
    endsOn: CalendarDate.nullable(),
    /** For each LRK number, a year. */
    priceCents: Cents.nonnegative(),
    /** Reduced hourly rate of the package. */
    hourlyRateCents: Cents.nonnegative(),
    hoursBilling: HoursBilling,
    /** Hours bought for the year, in minutes; 0 when there is no bundle. */
    bundleMinutes: z.number().int().min(0).max(600_000),
    /** How many people can reach the advisor: staff and parents; decides the preset that is proposed. */
    reachableCount: z.number().int().min(0).max(1_000_000),
    preset: Preset,
    threshold: Threshold,
    /** Why a threshold of 3 was agreed; must be filled then. */
    thresholdReason: Line,
  })
  .refine((engagement) => engagement.endsOn === null || engagement.startsOn <= engagement.endsOn, {
    message: 'period-reversed',
    path: ['endsOn'],
  })
  .refine((engagement) => engagement.threshold !== 3 || engagement.thresholdReason.length > 0, {
    message: 'reason-missing',
    path: ['thresholdReason'],
  })
  .refine((engagement) => engagement.preset !== 'strict' || engagement.threshold === 10, {
    message: 'threshold-not-allowed',
    path: ['threshold'],
  })
export type EngagementDetails = z.infer<typeof EngagementDetails>

export const Engagement = EngagementDetails.safeExtend({ id: Id })
export type Engagement = z.infer<typeof Engagement>

/** Price of the package in the source: € 149 a year for each LRK number. */
export const DEFAULT_PRICE: Cents = cents(149_00)
