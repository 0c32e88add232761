import { z } from 'zod'
import { CalendarDate } from '../calendar/calendar-date.ts'
import { type CountedMelder, NO_LOCATION } from '../casework/melders.ts'
import { type LadderRung } from '../casework/ladder.ts'
import { type MelderRole } from '../casework/roles.ts'
import { type SubSubject } from '../casework/subjects.ts'
import { Id } from '../kernel/id.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { foldText } from '../kernel/search-words.ts'
import { FilledLine } from '../kernel/text.ts'
import { type Organisation } from '../organisations/organisation.ts'
import { KvkNumber } from '../organisations/kvk-number.ts'
import { Fingerprint } from '../statistics/fingerprint.ts'
import { oneAccused, type ReportDimension, type ReportMelder } from '../statistics/report-dimension.ts'
import { type HalfYear, halvesOf, periodKey, ReportPeriod } from '../statistics/report-period.ts'
import { CoarseCounts } from './coarse-counts.ts'
import { coarsestUseful } from './report-dimensions.ts'

/**
 * What one advisor hands to a colleague who makes the report of their common client: coarse counts and nothing else of
 * her cases. `id` is drawn for it, so that none counts twice. `makerMark` is a hash of it under a secret of the vault
 * that made it: that vault knows its own by it, and to anybody else it is noise.
 */
export const Contribution = z.strictObject({
  kind: z.literal('contribution-1'),
  id: Id,
  makerMark: Fingerprint,
  organisation: z.strictObject({ name: FilledLine, kvkNumber: KvkNumber.nullable() }),
  period: ReportPeriod,
  from: FilledLine,
  madeOn: CalendarDate,
  counts: CoarseCounts,
})
export type Contribution = z.infer<typeof Contribution>

/** How melders divide over the coarse rows of each table, each table by itself, and which rows are about one person. */
export function coarseCounts(melders: readonly CountedMelder[], period: ReportPeriod): CoarseCounts {
  return {
    melders: melders.length,
    tables: coarsestUseful(period).map(({ dimension, rows }) => ({
      dimension,
      rows: rows.map((categories) => {
        const inRow = melders.filter((melder) => categories.includes(melder[dimension]))
        return { categories: [...categories], count: inRow.length, oneAccused: oneAccused(inRow) }
      }),
    })),
  }
}

/** Why a contribution cannot be counted in the report of this organisation and period. */
export function refuseContribution(
  contribution: Contribution,
  organisation: Pick<Organisation, 'name' | 'kvkNumber'>,
  period: ReportPeriod,
): Refusal<'contribution-of-another-organisation' | 'contribution-of-another-period'> | null {
  const { name, kvkNumber } = contribution.organisation
  const isSame =
    kvkNumber !== null && organisation.kvkNumber !== null
      ? kvkNumber === organisation.kvkNumber
      : foldText(name.trim()) === foldText(organisation.name.trim())
  if (!isSame) return refuse('contribution-of-another-organisation')
  return periodKey(contribution.period) === periodKey(period)
    ? null
    : refuse('contribution-of-another-period')
}

/** The person of whom a colleague's melders speak, where she says that all of a row speak of one. Nobody knows who. */
const UNTOLD_ACCUSED = 'untold'

/**
 * As many melders as a colleague counted, with her numbers in every table. Which of them belongs to which row of two
 * tables at once nobody knows, so no two tables may be crossed; `id` tells them from everybody else. Whoever stands in
 * some row that is about one person is taken to speak of that person in all of them.
 */
export function meldersOf(counts: CoarseCounts, organisationId: Id, id: Id): CountedMelder[] {
  const column = (dimension: string) =>
    (counts.tables.find((table) => table.dimension === dimension)?.rows ?? []).flatMap((row) =>
      Array.from({ length: row.count }, () => ({ ...row, category: row.categories[0] ?? '' })),
    )
  const columns = {
    subject: column('subject'),
    role: column('role'),
    rung: column('rung'),
    outcome: column('outcome'),
    time: column('time'),
  }
  // What stands in a colleague's file was parsed as counts of known rows, and so are these.
  return Array.from({ length: counts.melders }, (_, n) => ({
    organisationId,
    countedBy: id,
    melderLink: `${id}-${n}`,
    accusedLink: Object.values(columns).some((rows) => rows[n]?.oneAccused) ? UNTOLD_ACCUSED : null,
    subject: (columns.subject[n]?.category ?? 'not-named') as SubSubject,
    role: (columns.role[n]?.category ?? 'unknown') as MelderRole,
    rung: (columns.rung[n]?.category ?? 'support') as LadderRung,
    outcome: (columns.outcome[n]?.category ?? 'unknown') as CountedMelder['outcome'],
    location: NO_LOCATION,
    time: columns.time[n]?.category as HalfYear,
  }))
}

/**
 * The same melders, with nobody told apart whom a colleague's may speak of too: where all others of some row of these
 * tables, in one of these periods, speak of one person, that is taken to be the person of whom hers in it speak. Too
 * many rows may then count as being about one person, never too few.
 */
export function withUntoldAccused(
  melders: readonly CountedMelder[],
  dimensions: readonly ReportDimension[],
  periods: readonly ReportPeriod[],
): CountedMelder[] {
  const rows = periods.flatMap((period) => {
    const halves = halvesOf(period)
    const within = melders.filter(({ time }) => halves.includes(time))
    return dimensions.flatMap(({ name, ladder }) =>
      ladder.flat().map((group) => within.filter((melder) => group.includes(categoryIn(melder, name)))),
    )
  })
  const theirs = new Set(
    rows.flatMap((row) => {
      const told = row.filter(({ accusedLink }) => accusedLink !== UNTOLD_ACCUSED)
      return told.length < row.length && oneAccused(told) ? told.map(({ accusedLink }) => accusedLink) : []
    }),
  )
  return melders.map((melder) =>
    theirs.has(melder.accusedLink) ? { ...melder, accusedLink: UNTOLD_ACCUSED } : melder,
  )
}

function categoryIn(melder: ReportMelder, dimension: string): string {
  return melder[dimension] ?? ''
}

/** The same tables, each from the first step on whose rows hold each of these rows whole: finer ones nobody knows. */
export function coarsenedTo(
  dimensions: readonly ReportDimension[],
  known: readonly { dimension: string; rows: readonly { categories: readonly string[] }[] }[],
): ReportDimension[] {
  return dimensions.map((dimension) => {
    const rows = known.filter((table) => table.dimension === dimension.name).flatMap((table) => table.rows)
    const first = dimension.ladder.findIndex((partition) =>
      rows.every(({ categories }) =>
        partition.some((group) => categories.every((category) => group.includes(category))),
      ),
    )
    return { ...dimension, ladder: dimension.ladder.slice(Math.max(0, first)) }
  })
}

/** True when a contribution has exactly the rows that this version counts by: another one cannot be added to. */
export function hasKnownRows({ counts, period }: Contribution): boolean {
  const shape = (tables: readonly { dimension: string; rows: readonly (readonly string[])[] }[]) =>
    JSON.stringify(tables.map(({ dimension, rows }) => [dimension, rows]))
  return (
    halvesOf(period).length <= 2 &&
    shape(
      counts.tables.map(({ dimension, rows }) => ({ dimension, rows: rows.map((row) => row.categories) })),
    ) === shape(coarsestUseful(period))
  )
}
