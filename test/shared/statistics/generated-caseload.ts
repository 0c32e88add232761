import { dice, type Dice } from '../../../demo/dice.ts'
import type { HoursBilling } from '#shared/organisations/engagement.ts'
import type { Preset } from '#shared/statistics/presets.ts'
import type { Partition, ReportDimension, ReportMelder } from '#shared/statistics/report-dimension.ts'
import { halvesOf, type HalfYear, type ReportPeriod } from '#shared/statistics/report-period.ts'

/** A report of the story of an organisation, in the order in which they are handed out. */
export type GeneratedReport = {
  period: ReportPeriod
  /** Columns and rows of a table that is asked for; both of them names of dimensions. */
  crossTables: [string, string][]
  /** True for a second edition of the report before it, after cases were entered late. */
  corrects: boolean
}

export type GeneratedCaseload = {
  seed: number
  preset: Preset
  billing: HoursBilling
  /** Everybody, with the half-year; `late` ones are entered after the report of that index. */
  melders: { melder: ReportMelder; late: number | null }[]
  dimensions: ReportDimension[]
  reports: GeneratedReport[]
  /** Minutes of consults and of other work by half-year, as billed. */
  minutes: { half: HalfYear; consults: number; other: number }[]
}

const each = (categories: readonly string[]): Partition => categories.map((category) => [category])

function inGroups(categories: readonly string[], size: number): Partition {
  return categories.flatMap((_, index) => (index % size === 0 ? [categories.slice(index, index + size)] : []))
}

function ladder(categories: readonly string[], ...sizes: number[]): Partition[] {
  const steps = [each(categories), ...sizes.map((size) => inGroups(categories, size)), [categories]]
  return steps.filter((step, index) => step.length !== steps[index - 1]?.length)
}

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`)

/** The first categories come often: of thirty melders about half speak of the commonest subject. */
function skewed<T>(thrown: Dice, items: readonly T[], steepness: number): T {
  let at = items.length
  for (let round = 0; round < steepness; round += 1) at = Math.min(at, thrown.below(items.length))
  const item = items[at]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const YEARS = [2023, 2024, 2025]

const STORIES: ((thrown: Dice) => GeneratedReport[])[] = [
  () => [yearly(2025)],
  () => [half('first-half'), yearly(2025)],
  () => [half('first-half'), half('second-half'), yearly(2025)],
  () => YEARS.map(yearly),
  () => [yearly(2023), yearly(2024), yearly(2025), block(2023, 2025)],
  () => [block(2023, 2024), yearly(2025)],
  () => [yearly(2025), { ...yearly(2025), corrects: true }],
  () => [half('first-half'), yearly(2025), { ...yearly(2025), corrects: true }],
]

function yearly(year: number): GeneratedReport {
  return { period: { year, half: null }, crossTables: [], corrects: false }
}

function half(which: 'first-half' | 'second-half'): GeneratedReport {
  return { period: { year: 2025, half: which }, crossTables: [], corrects: false }
}

function block(from: number, to: number): GeneratedReport {
  return { period: { from, to }, crossTables: [], corrects: false }
}

/**
 * An organisation by chance, the same for the same seed: 3 to 300 melders in the years that are reported (most have
 * few), 1 to 40 locations, a story of several reports, each preset and form of billing. Some accused recur.
 */
export function generatedCaseload(seed: number): GeneratedCaseload {
  const thrown = dice(seed * 2654435761)
  const share = thrown.below(10_000) / 10_000
  const count = 3 + Math.floor(298 * share ** 6)
  const locations = numbered('location', 1 + Math.floor(40 * (thrown.below(1000) / 1000) ** 3))
  const subjects = numbered('subject', 9)
  const roles = numbered('role', 6)
  const outcomes = numbered('outcome', 5)
  const all: ReportDimension[] = [
    { name: 'subject', ladder: ladder(subjects, 2, 4) },
    { name: 'role', ladder: ladder(roles, 3) },
    { name: 'location', ladder: ladder(locations, 4, 12) },
    { name: 'outcome', ladder: ladder(outcomes, 3) },
  ]
  const dimensions = all.slice(0, 2 + thrown.below(3))
  const story = STORIES[thrown.below(STORIES.length)]?.(thrown) ?? []
  const crossed: [string, string][] = thrown.below(3) === 0 ? [['subject', 'role']] : []
  const reports = story.map((report) => ({ ...report, crossTables: crossed }))
  const halves = [...new Set(reports.flatMap(({ period }) => halvesOf(period)))]
  const corrected = reports.findIndex(({ corrects }) => corrects)
  const accused = 1 + thrown.below(30)
  const melders = oncePerYear(
    Array.from({ length: count }, (_, index) => ({
      melder: {
        melderLink: `melder ${index - (thrown.below(20) === 0 ? 1 : 0)}`,
        accusedLink: thrown.below(3) === 0 ? `accused ${skewed(thrown, numbered('a', accused), 2)}` : null,
        time: thrown.pick(halves),
        subject: skewed(thrown, subjects, 3),
        role: skewed(thrown, roles, 2),
        location: skewed(thrown, locations, 2),
        outcome: skewed(thrown, outcomes, 1),
      },
      late: corrected > 0 && thrown.below(5) === 0 ? corrected - 1 : null,
    })),
  )
  return {
    seed,
    preset: (['ordinary', 'ordinary', 'careful', 'strict'] as const)[thrown.below(4)] ?? 'ordinary',
    // What was entered late was billed late: then an invoice would speak of people whom no report counts yet.
    billing:
      corrected > 0 ? 'bundle' : thrown.pick(['bundle', 'half-yearly-line', 'consults-alone'] as const),
    melders,
    dimensions,
    reports,
    minutes: halves.map((half) => ({
      half,
      consults: 45 * melders.filter(({ melder }) => melder.time === half).length,
      other: 30 * thrown.below(4),
    })),
  }
}

/** Somebody counts once a year. */
function oncePerYear<T extends { melder: { melderLink: string; time: string } }>(melders: readonly T[]): T[] {
  const seen = new Set<string>()
  return melders.filter(({ melder: { melderLink, time } }) => {
    const key = `${melderLink} ${time.slice(0, 4)}`
    return !seen.has(key) && seen.add(key)
  })
}
