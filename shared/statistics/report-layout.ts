import type { Partition } from './report-dimension.ts'

/** A cross table that might be printed. */
export type CrossLayout = { dimensions: readonly [string, string]; rows: Partition; columns: Partition }

/** The partition that is to be printed for each dimension (null: no table), and the cross tables. */
export type Layout = {
  tables: ReadonlyMap<string, Partition | null>
  crossTables: readonly CrossLayout[]
  /** Pairs of dimensions of which a cross table is tried: every cell of every step must stay open, printed or not. */
  asked: readonly (readonly [string, string])[]
  /** Values that were decided before these cross tables were tried, by id, and those of them that stay hidden. */
  settled?: { ids: ReadonlySet<string>; hidden: ReadonlySet<string> }
}
