import type { Partition } from './report-dimension.ts'

/** A cross table that might be printed. */
export type CrossLayout = { dimensions: readonly [string, string]; rows: Partition; columns: Partition }

/** The partition that is to be printed for each dimension (null: no table), and the cross tables. */
export type Layout = {
  tables: ReadonlyMap<string, Partition | null>
  crossTables: readonly CrossLayout[]
  /** Values that were decided before these cross tables were tried, by id, and those of them that stay hidden. */
  settled?: { ids: ReadonlySet<string>; hidden: ReadonlySet<string> }
}
