import { OUTCOMES } from '../casework/case-file.ts'
import { LADDER } from '../casework/ladder.ts'
import { MELDER_ROLES } from '../casework/roles.ts'
import { MAIN_SUBJECTS } from '../casework/subjects.ts'
import { type Partition, type ReportDimension } from '../statistics/report-dimension.ts'

function each(categories: readonly string[]): Partition {
  return categories.map((category) => [category])
}

const otherInside = ['childminder', 'trainee', 'volunteer', 'manager', 'board']
const inside = ['professional', ...otherInside]
const outside = ['parent', 'parent-committee', 'other']
const helped = ['resolved', 'partly-resolved', 'listening-sufficed']
const handedOn = ['passed-on', 'complaint-filed']
const unfinished = ['not-resolved', 'withdrawn', 'open', 'unknown']
const outcomes = [...OUTCOMES, 'open']
const halves = ['first-half', 'second-half']

/**
 * The one-way tables of an annual report, in the order in which it shows them; their names are the fields of
 * `CountedMelder`. The ladders are declared in advance: which categories go together must never depend on how many
 * people are in them, or the merging itself would tell. *Unknown* stands alone no longer than it must: a group
 * that is always small would keep every coarser table from being shown.
 */
export const REPORT_DIMENSIONS: readonly ReportDimension[] = [
  {
    name: 'subject',
    ladder: [
      each(MAIN_SUBJECTS),
      [['policy'], ['treatment'], ['workplace-conflict'], ['advice-on-regulations', 'unknown']],
      [['treatment'], ['workplace-conflict'], ['policy', 'advice-on-regulations', 'unknown']],
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
      [['professional'], otherInside, [...outside, 'unknown']],
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
    ],
  },
  { name: 'half', ladder: [each(halves), [halves]] },
]
