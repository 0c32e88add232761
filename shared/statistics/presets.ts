import { z } from 'zod'
import { refuse, type Refusal } from '../kernel/refusal.ts'

/** Shown as Gewoon, Voorzichtig, Streng. */
export const Preset = z.enum(['ordinary', 'careful', 'strict'])
export type Preset = z.infer<typeof Preset>

/** k: fewer distinct melders than this are not shown apart. Below 3 does not exist. */
export const Threshold = z.union([z.literal(3), z.literal(5), z.literal(10)])
export type Threshold = z.infer<typeof Threshold>

/** The total of a year as it is printed. A band includes both ends; `below` means "fewer than that, or none". */
export const ReportTotal = z.discriminatedUnion('shown', [
  z.strictObject({ shown: z.literal('exact'), value: z.int().nonnegative() }),
  z.strictObject({ shown: z.literal('band'), from: z.int().nonnegative(), to: z.int().nonnegative() }),
  z.strictObject({ shown: z.literal('below'), below: z.int().positive() }),
])
export type ReportTotal = z.infer<typeof ReportTotal>

/** What an engagement chose: the preset, and its own threshold with the reason when it differs. */
export const ReportSettings = z.strictObject({
  preset: Preset,
  threshold: z.int().optional(),
  reason: z.string().trim().optional(),
})
export type ReportSettings = z.infer<typeof ReportSettings>

/** Fewer people than this, and everybody can guess: the careful preset is the default. */
const MANY_PEOPLE = 50

/** The preset to start from, by the number of people who can reach the advisor. */
export function defaultPreset(reachablePeople: number): Preset {
  return reachablePeople >= MANY_PEOPLE ? 'ordinary' : 'careful'
}

/** The threshold that comes with a preset when the engagement sets none. */
export function presetThreshold(preset: Preset): Threshold {
  return preset === 'strict' ? 10 : 5
}

/** k as it will be used, or why not: only 3, 5 and 10 exist, and 3 asks for a reason. */
export function chosenThreshold(
  settings: ReportSettings,
): Threshold | Refusal<'threshold-not-allowed' | 'threshold-needs-reason'> {
  if (settings.threshold === undefined) return presetThreshold(settings.preset)
  const threshold = Threshold.safeParse(settings.threshold)
  if (!threshold.success) return refuse('threshold-not-allowed', 'settings.threshold')
  if (threshold.data === 3 && !settings.reason?.trim())
    return refuse('threshold-needs-reason', 'settings.reason')
  return threshold.data
}

/** How the preset prints a total of distinct melders. What it prints is declared known. */
export function printedTotal(preset: Preset, melders: number): ReportTotal {
  switch (preset) {
    case 'ordinary':
      return { shown: 'exact', value: melders }
    case 'careful':
      if (melders < 5) return { shown: 'band', from: 0, to: 4 }
      if (melders < 10) return { shown: 'band', from: 5, to: 9 }
      return { shown: 'exact', value: melders }
    case 'strict':
      return melders < 10 ? { shown: 'below', below: 10 } : { shown: 'exact', value: melders }
  }
}
