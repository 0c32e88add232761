import { OUTCOMES } from '../casework/case-file.ts'
import { LADDER } from '../casework/ladder.ts'
import { type CountedMelder } from '../casework/melders.ts'
import { MELDER_ROLES } from '../casework/roles.ts'
import { MAIN_SUBJECTS } from '../casework/subjects.ts'

/** What a report counts melders by. */
export type DimensionName = Exclude<keyof CountedMelder, 'melderLink' | 'accusedLink'>

/** Groups of categories that are counted together; together they hold every category once. */
export type Partition = readonly (readonly string[])[]

/**
 * A dimension with its ladder: partitions from the finest to everything in one, each a merging of the one before.
 * They are declared here, in advance: which categories go together must never depend on how many people are in
 * them, or the merging itself would tell.
 */
export type ReportDimension = { name: DimensionName; ladder: readonly Partition[] }

function each(categories: readonly string[]): Partition {
  return categories.map((category) => [category])
}

const inside = ['professional', 'childminder', 'trainee', 'volunteer', 'manager', 'board']
const outside = ['parent', 'parent-committee', 'other']
const helped = ['resolved', 'partly-resolved', 'listening-sufficed']
const handedOn = ['passed-on', 'complaint-filed']
const unfinished = ['not-resolved', 'withdrawn', 'open', 'unknown']
const outcomes = [...OUTCOMES, 'open']
const halves = ['first-half', 'second-half']

/** The one-way tables of an annual report, in the order in which it shows them. */
export const REPORT_DIMENSIONS: readonly ReportDimension[] = [
  {
    name: 'subject',
    ladder: [
      each(MAIN_SUBJECTS),
      [['policy'], ['treatment'], ['workplace-conflict'], ['advice-on-regulations', 'unknown']],
      [
        ['treatment', 'workplace-conflict'],
        ['policy', 'advice-on-regulations', 'unknown'],
      ],
      [MAIN_SUBJECTS],
    ],
  },
  {
    name: 'role',
    ladder: [
      each(MELDER_ROLES),
      [['professional'], ['childminder', 'trainee', 'volunteer'], ['manager', 'board'], outside, ['unknown']],
      [inside, outside, ['unknown']],
      [inside, [...outside, 'unknown']],
      [MELDER_ROLES],
    ],
  },
  {
    name: 'rung',
    ladder: [
      each(LADDER),
      [['support', 'information-and-advice'], ['conciliation', 'mediation'], ['escalation']],
      [
        ['support', 'information-and-advice'],
        ['conciliation', 'mediation', 'escalation'],
      ],
      [LADDER],
    ],
  },
  {
    name: 'outcome',
    ladder: [
      each(outcomes),
      [helped, handedOn, unfinished],
      [helped, [...handedOn, ...unfinished]],
      [outcomes],
    ],
  },
  { name: 'half', ladder: [each(halves), [halves]] },
]
