import { OUTCOMES } from '../casework/case-file.ts'
import { LADDER } from '../casework/ladder.ts'
import { NO_LOCATION } from '../casework/melders.ts'
import { MELDER_ROLES } from '../casework/roles.ts'
import { MAIN_SUBJECTS, SUB_SUBJECTS, type MainSubject, subSubjectsOf } from '../casework/subjects.ts'
import { searchWords } from '../kernel/search-words.ts'
import { type Partition, type ReportDimension } from '../statistics/report-dimension.ts'
import { halvesOf, type ReportPeriod } from '../statistics/report-period.ts'
import { timeDimension } from '../statistics/report-time.ts'
import { DimensionChoice, type DimensionName, type ReportChoices, STARTING_STEPS } from './report-choices.ts'

/** What a location needs to be a row: its name in the figures, and the place that it lies in. */
export type CountedPlace = { id: string; address: { city: string } }

/** What it needs to be counted by: whose it is, too. */
export type OwnedPlace = CountedPlace & { organisationId: string }

function each(categories: readonly string[]): Partition {
  return categories.map((category) => [category])
}

function bySubject(...groups: MainSubject[][]): Partition {
  return groups.map((group) => group.flatMap(subSubjectsOf))
}

const otherInside = ['childminder', 'trainee', 'volunteer', 'manager', 'board']
const inside = ['professional', ...otherInside]
const outside = ['parent', 'parent-committee', 'other']
const helped = ['resolved', 'partly-resolved', 'listening-sufficed']
const handedOn = ['passed-on', 'complaint-filed']
const unfinished = ['not-resolved', 'withdrawn', 'open', 'unknown']
const outcomes = [...OUTCOMES, 'open']

const subjects: readonly Partition[] = [
  each(SUB_SUBJECTS),
  bySubject(...MAIN_SUBJECTS.map((main) => [main])),
  bySubject(['policy'], ['treatment'], ['workplace-conflict'], ['advice-on-regulations', 'unknown']),
  bySubject(['treatment'], ['workplace-conflict'], ['policy', 'advice-on-regulations', 'unknown']),
  bySubject(['treatment', 'workplace-conflict'], ['policy', 'advice-on-regulations', 'unknown']),
  bySubject([...MAIN_SUBJECTS]),
]

const roles: readonly Partition[] = [
  each(MELDER_ROLES),
  [['professional'], ['childminder', 'trainee', 'volunteer'], ['manager', 'board'], outside, ['unknown']],
  [['professional'], otherInside, [...outside, 'unknown']],
  [inside, [...outside, 'unknown']],
  [MELDER_ROLES],
]

const rungs: readonly Partition[] = [
  each(LADDER),
  [['support', 'information-and-advice'], ['conciliation', 'mediation'], ['escalation']],
  [
    ['support', 'information-and-advice'],
    ['conciliation', 'mediation', 'escalation'],
  ],
  [LADDER],
]

const results: readonly Partition[] = [
  each(outcomes),
  [
    ['resolved', 'partly-resolved'],
    ['listening-sufficed'],
    handedOn,
    ['not-resolved', 'withdrawn'],
    ['open', 'unknown'],
  ],
  [helped, handedOn, unfinished],
  [helped, [...handedOn, ...unfinished]],
  [outcomes],
]

/** From single locations over the places that they lie in. Melders of no location in particular stand by themselves. */
function locationLadder(locations: readonly CountedPlace[]): readonly Partition[] {
  const places = new Map<string, string[]>()
  for (const { id, address } of [...locations].sort((a, b) => a.id.localeCompare(b.id))) {
    const place = searchWords(address.city).join(' ')
    places.set(place, [...(places.get(place) ?? []), id])
  }
  const byPlace = [...[...places].sort(([a], [b]) => a.localeCompare(b)).map(([, ids]) => ids), [NO_LOCATION]]
  const all = byPlace.flat()
  return byPlace.length > 1 ? [each(all), byPlace, [all]] : [each(all), [all]]
}

/**
 * The ladder of a table from its chosen step on, finest first. It is declared in advance: which categories go together
 * must never depend on how many people are in them, or the merging itself would tell. *Unknown* stands alone no longer
 * than it must: a group that is always small would keep every coarser table from being shown.
 */
function ladderFrom(choice: DimensionChoice, locations: readonly CountedPlace[]): readonly Partition[] {
  switch (choice.dimension) {
    case 'subject':
      return subjects.slice(choice.from === 'sub-subjects' ? 0 : 1)
    case 'role':
      return roles.slice(choice.from === 'roles' ? 0 : 3)
    case 'rung':
      return rungs.slice(choice.from === 'rungs' ? 0 : 2)
    case 'outcome':
      return choice.from === 'outcomes' ? results : [[[...OUTCOMES], ['open']], [outcomes]]
    case 'location':
      return locationLadder(locations).slice(choice.from === 'locations' || locations.length === 0 ? 0 : 1)
  }
}

/**
 * Every row that some table can have, finest first: what a figure of any report may have counted. A row of everybody is
 * left out, which is the total.
 */
export function countableRows(
  dimension: DimensionName,
  locations: readonly CountedPlace[],
): readonly (readonly string[])[] {
  const choice = DimensionChoice.parse({ dimension, from: STARTING_STEPS[dimension][0] })
  const rows = ladderFrom(choice, locations).slice(0, -1).flat()
  return [...new Map(rows.map((row) => [row.join(' '), row])).values()]
}

/**
 * The tables that a report can have. A half-year is not counted by what goes on changing until a case is closed: its
 * figures would contradict those of the whole year.
 */
export function dimensionsFor(period: ReportPeriod): readonly DimensionName[] {
  const isHalf = 'year' in period && period.half !== null
  return isHalf ? ['subject', 'role', 'location'] : ['subject', 'role', 'rung', 'outcome', 'location']
}

/** The rows that one advisor may tell another: coarse enough to say little, fine enough to make a table of. */
export function coarsestUseful(
  period: ReportPeriod,
): { dimension: Exclude<DimensionName, 'location'> | 'time'; rows: Partition }[] {
  const possible = dimensionsFor(period)
  const all = [
    { dimension: 'subject', rows: subjects[1] ?? [] },
    { dimension: 'role', rows: roles[3] ?? [] },
    { dimension: 'rung', rows: rungs[2] ?? [] },
    { dimension: 'outcome', rows: results[2] ?? [] },
  ] as const
  return [
    ...all.filter(({ dimension }) => possible.includes(dimension)),
    { dimension: 'time', rows: each(halvesOf(period)) },
  ]
}

/** The chosen tables that a report of this period can have, with their ladders. */
export function chosenDimensions(
  { dimensions }: Pick<ReportChoices, 'dimensions'>,
  period: ReportPeriod,
  locations: readonly CountedPlace[],
): ReportDimension[] {
  const possible = dimensionsFor(period)
  return dimensions
    .filter(({ dimension }) => possible.includes(dimension))
    .map((choice) => ({ name: choice.dimension, ladder: ladderFrom(choice, locations) }))
}

/**
 * What the gate is asked for: the chosen tables that a report of this period can have, with their ladders, the one by
 * time, and the chosen cross tables. Their names are fields of `CountedMelder`. `locations` are all that a melder may be
 * of, `elsewhere` those of other organisations that earlier figures count too; everybody knows whose each is.
 */
export function askedOfGate(
  { dimensions, crossTables }: ReportChoices,
  period: ReportPeriod,
  locations: readonly OwnedPlace[],
  elsewhere: readonly OwnedPlace[] = [],
): { dimensions: ReportDimension[]; crossTables: [string, string][] } {
  const possible: readonly string[] = dimensionsFor(period)
  const only = [...locations, ...elsewhere].map(({ id, organisationId }) => ({
    category: id,
    organisationId,
  }))
  const chosen = chosenDimensions({ dimensions }, period, locations).map((dimension) =>
    dimension.name === 'location' ? { ...dimension, only } : dimension,
  )
  return {
    dimensions: halvesOf(period).length > 1 ? [...chosen, timeDimension(period)] : chosen,
    crossTables: crossTables.filter((pair) => pair.every((name) => possible.includes(name))),
  }
}
