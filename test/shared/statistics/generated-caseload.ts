import { dice, type Dice } from '../../../demo/dice.ts'
import type { HoursBilling } from '#shared/organisations/engagement.ts'
import type { Preset } from '#shared/statistics/presets.ts'
import type { Partition, ReportDimension, ReportMelder } from '#shared/statistics/report-dimension.ts'
import { halvesOf, type HalfYear, type ReportPeriod } from '#shared/statistics/report-period.ts'
import { storyOf, type GeneratedReport, type Together } from './generated-story.ts'

export type GeneratedOrganisation = {
  preset: Preset
  billing: HoursBilling
  /** Minutes of consults and of other work by half-year, as billed. */
  minutes: { half: HalfYear; consults: number; other: number }[]
}

/** A figure of a report that somebody made by hand before: written down first, whatever its size. */
export type FigureByHand = {
  organisation: number
  period: ReportPeriod
  dimension: string
  categories: readonly string[]
}

export type GeneratedCaseload = {
  seed: number
  /** One; or the entities of a group; or those of a whole caseload. */
  organisations: GeneratedOrganisation[]
  /** Everybody, with the half-year; `late` ones are entered after the report of that index. */
  melders: { melder: ReportMelder; organisation: number; late: number | null }[]
  dimensions: ReportDimension[]
  locations: number
  byHand: FigureByHand[]
  reports: GeneratedReport[]
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

/** How many organisations, how they came to be looked at together, and the dimensions of their reports. */
function kindOf(thrown: Dice): { together: Together; organisations: number } {
  const at = thrown.below(32)
  if (at === 0) return { together: 'caseload', organisations: 5 + thrown.below(3) }
  if (at < 4) return { together: 'group', organisations: 2 + thrown.below(3) }
  return { together: null, organisations: 1 }
}

/**
 * Organisations by chance, the same for the same seed: 3 to 300 melders in the years that are reported (most have
 * few), 1 to 40 locations, a story of several reports, each preset and form of billing. Some accused recur. Some have
 * figures that were handed out by hand before, some are reported as a group or compared in a benchmark.
 */
export function generatedCaseload(seed: number): GeneratedCaseload {
  const thrown = dice(seed * 2654435761)
  const { together, organisations } = kindOf(thrown)
  const share = thrown.below(10_000) / 10_000
  const fewest = together === 'caseload' ? 20 : 3
  const count = fewest + Math.floor(298 * share ** 6)
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
  const dimensions = all.slice(0, 2 + thrown.below(together === null ? 3 : together === 'group' ? 2 : 1))
  const crossed: [string, string][] =
    together !== 'caseload' && thrown.below(3) === 0 ? [crossing(thrown, dimensions)] : []
  const reports = storyOf(thrown, together, organisations).map((report) => ({
    ...report,
    crossTables: report.about === 'caseload' ? [] : crossed,
  }))
  const halves = [...new Set(reports.flatMap(({ period }) => halvesOf(period)))]
  const corrected = reports.findIndex(({ corrects }) => corrects)
  const accused = 1 + thrown.below(30)
  const everybody = oncePerYear(
    Array.from({ length: count }, (_, index) => ({
      melder: {
        melderLink: `melder ${index - (index > 2 && thrown.below(20) === 0 ? 1 : 0)}`,
        accusedLink: thrown.below(3) === 0 ? `accused ${skewed(thrown, numbered('a', accused), 2)}` : null,
        time: thrown.pick(halves),
        subject: skewed(thrown, subjects, 3),
        role: skewed(thrown, roles, 2),
        location: skewed(thrown, locations, 2),
        outcome: skewed(thrown, outcomes, 1),
      },
      organisation: thrown.below(organisations),
      late: corrected > 0 && thrown.below(5) === 0 ? corrected - 1 : null,
    })),
  )
  const melders = everybody.map((one) => atOwnLocation(one, locations, organisations))
  const presets = (['ordinary', 'ordinary', 'careful', 'strict'] as const).slice(0, together === null ? 4 : 3)
  return {
    seed,
    organisations: Array.from({ length: organisations }, (_, organisation) => ({
      preset: thrown.pick(presets),
      // What was entered late was billed late: then an invoice would speak of people whom no report counts yet.
      billing:
        corrected > 0 ? 'bundle' : thrown.pick(['bundle', 'half-yearly-line', 'consults-alone'] as const),
      minutes: halves.map((half) => ({
        half,
        consults:
          45 * melders.filter((one) => one.organisation === organisation && one.melder.time === half).length,
        other: 30 * thrown.below(4),
      })),
    })),
    melders,
    dimensions,
    locations: locations.length,
    byHand:
      thrown.below(8) === 0 ? byHand(thrown, reports[0]?.period ?? null, dimensions, organisations) : [],
    reports,
  }
}

/** A location is of one organisation: of two, the first has those of odd number. */
export function ownerOf(location: string, organisations: number): number {
  return (Number(location.replace('location-', '')) - 1) % organisations
}

/** She came to a location of her own organisation, where each has any. */
function atOwnLocation(
  { melder, organisation, late }: GeneratedCaseload['melders'][number],
  locations: readonly string[],
  organisations: number,
): GeneratedCaseload['melders'][number] {
  const at = locations.indexOf(melder['location'] ?? '')
  const own = at - (at % organisations) + organisation
  const location = locations[own] ?? locations[own - organisations] ?? melder['location'] ?? null
  return { melder: { ...melder, location }, organisation, late }
}

/** Two dimensions that are asked for together. */
function crossing(thrown: Dice, dimensions: readonly ReportDimension[]): [string, string] {
  const first = thrown.below(dimensions.length)
  const other = (first + 1 + thrown.below(dimensions.length - 1)) % dimensions.length
  return [dimensions[first]?.name ?? '', dimensions[other]?.name ?? '']
}

/** One to three figures about a period of the first report or a part of it. */
function byHand(
  thrown: Dice,
  period: ReportPeriod | null,
  dimensions: readonly ReportDimension[],
  organisations: number,
): FigureByHand[] {
  const [first] = period === null ? [] : halvesOf(period)
  if (period === null || first === undefined) return []
  const half: ReportPeriod = { year: Number(first.slice(0, 4)), half: 'first-half' }
  const isHalf = first.endsWith('-1') && thrown.below(2) === 0
  return Array.from({ length: 1 + thrown.below(3) }, () => {
    const { name, ladder: steps } = thrown.pick(dimensions)
    const rows = thrown.pick(steps)
    return {
      organisation: thrown.below(organisations),
      period: isHalf ? half : period,
      ...(thrown.below(3) === 0
        ? { dimension: 'total', categories: [] }
        : { dimension: name, categories: thrown.pick(rows) }),
    }
  })
}

/** Somebody counts once a year. */
function oncePerYear<T extends { melder: { melderLink: string; time: string } }>(melders: readonly T[]): T[] {
  const seen = new Set<string>()
  return melders.filter(({ melder: { melderLink, time } }) => {
    const key = `${melderLink} ${time.slice(0, 4)}`
    return !seen.has(key) && seen.add(key)
  })
}
