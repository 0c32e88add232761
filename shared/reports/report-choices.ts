import { z } from 'zod'

/**
 * The steps from which each table may start, finest first: the gate prints that step or, where it is not safe, a
 * coarser one of the ladder. `closed-or-open` sets cases that were closed against those that go on. The table by time
 * is no choice: the gate makes it wherever it can.
 */
export const STARTING_STEPS = {
  subject: ['sub-subjects', 'main-subjects'],
  role: ['roles', 'inside-or-outside'],
  rung: ['rungs', 'advice-or-further'],
  outcome: ['outcomes', 'closed-or-open'],
  location: ['locations', 'places'],
} as const

export type DimensionName = keyof typeof STARTING_STEPS
export const DIMENSION_NAMES = Object.keys(STARTING_STEPS) as [DimensionName, ...DimensionName[]]
export const DimensionName = z.enum(DIMENSION_NAMES)

const starting = <Name extends DimensionName>(dimension: Name) =>
  z.strictObject({ dimension: z.literal(dimension), from: z.enum(STARTING_STEPS[dimension]) })

/** A table that the advisor wants, and the finest step that she wants it in. */
export const DimensionChoice = z.discriminatedUnion('dimension', [
  starting('subject'),
  starting('role'),
  starting('rung'),
  starting('outcome'),
  starting('location'),
])
export type DimensionChoice = z.infer<typeof DimensionChoice>

/** Two dimensions that are counted against each other. */
export const CrossTableChoice = z.tuple([DimensionName, DimensionName])
export type CrossTableChoice = z.infer<typeof CrossTableChoice>

/**
 * Which breakdowns a report asks for, in the order in which it shows them. A cross table needs both its dimensions
 * among the tables, and no pair is asked for twice.
 */
export const ReportChoices = z
  .strictObject({
    dimensions: z.array(DimensionChoice).max(DIMENSION_NAMES.length),
    crossTables: z.array(CrossTableChoice).max(3),
  })
  .refine(({ dimensions }) => isDistinct(dimensions.map(({ dimension }) => dimension)), {
    message: 'dimension-twice',
    path: ['dimensions'],
  })
  .refine(
    ({ dimensions, crossTables }) =>
      isDistinct(crossTables.map((pair) => [...pair].sort().join())) &&
      crossTables.every(
        ([one, other]) =>
          one !== other &&
          [one, other].every((name) => dimensions.some(({ dimension }) => dimension === name)),
      ),
    { message: 'cross-table-without-table', path: ['crossTables'] },
  )
export type ReportChoices = z.infer<typeof ReportChoices>

/** What a report asks for until its advisor chose otherwise. */
export const USUAL_CHOICES: ReportChoices = {
  dimensions: [
    { dimension: 'subject', from: 'main-subjects' },
    { dimension: 'role', from: 'roles' },
    { dimension: 'rung', from: 'rungs' },
    { dimension: 'outcome', from: 'outcomes' },
  ],
  crossTables: [],
}

function isDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
