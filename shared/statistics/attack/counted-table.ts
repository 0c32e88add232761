import type { Pace } from '../pace.ts'
import type { ReportDimension } from '../report-dimension.ts'

/** A one-way table as it stands in a file; without rows where the file has none. */
export type PrintedRows = readonly { categories: readonly string[]; value: number | 'hidden' }[]

/** What somebody tries who knows the program and not its secret. */
export type CountedTable = {
  dimension: ReportDimension
  rows: PrintedRows
  /** How many people there are, which is known. */
  people: number
  /** Categories in which there can be nobody. */
  empty: readonly string[]
  /** Categories in which there is somebody. */
  used: readonly string[]
  threshold: number
  /** The true count of a group, where it may be asked. */
  truth: ((categories: readonly string[]) => { value: number; marked: boolean }) | null
  /** Lets the program print so many people by category, with one of its possible secrets; true when it prints this file. */
  printsThis: (counts: ReadonlyMap<string, number>, secret: number) => Promise<boolean>
  pace: Pace
  /** Told for how many demands tables were found, of how many. */
  onProgress: (done: number, total: number) => void
}
