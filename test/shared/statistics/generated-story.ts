import { type Dice } from '../../../demo/dice.ts'
import type { ReportPeriod } from '#shared/statistics/report-period.ts'

/** A report of a story, in the order in which they are handed out. */
export type GeneratedReport = {
  /** The organisation whose report it is (by index), its group, or the whole caseload. */
  about: number | 'group' | 'caseload'
  period: ReportPeriod
  /** Columns and rows of a table that is asked for; both of them names of dimensions. */
  crossTables: [string, string][]
  /** True for a second edition of the report before it, after cases were entered late. */
  corrects: boolean
}

/** Why several organisations are looked at together; null for one alone. */
export type Together = 'group' | 'caseload' | null

const YEARS = [2023, 2024, 2025]

const ALONE: (() => GeneratedReport[])[] = [
  () => [yearly(2025)],
  () => [half('first-half'), yearly(2025)],
  () => [half('first-half'), half('second-half'), yearly(2025)],
  () => YEARS.map((year) => yearly(year)),
  () => [yearly(2023), yearly(2024), yearly(2025), block(2023, 2025)],
  () => [block(2023, 2024), yearly(2025)],
  () => [yearly(2025), { ...yearly(2025), corrects: true }],
  () => [half('first-half'), yearly(2025), { ...yearly(2025), corrects: true }],
]

const OF_GROUPS: (() => GeneratedReport[])[] = [
  () => [yearly(2025, 'group')],
  () => [yearly(2025), yearly(2025, 'group')],
  () => [yearly(2025, 'group'), yearly(2025, 1)],
  () => [half('first-half'), yearly(2025, 'group'), yearly(2025)],
]

const OF_CASELOADS: ((organisations: number) => GeneratedReport[])[] = [
  () => [yearly(2025, 'caseload'), yearly(2025)],
  () => [yearly(2025), yearly(2025, 1), yearly(2025, 'caseload')],
  (organisations) => [
    ...Array.from({ length: organisations - 1 }, (_, organisation) => yearly(2025, organisation)),
    yearly(2025, 'caseload'),
  ],
  (organisations) => [
    half('first-half'),
    yearly(2025, 'caseload'),
    yearly(2025),
    yearly(2025, organisations - 1),
  ],
]

/** A story by chance of one organisation, of a group or of a caseload. */
export function storyOf(thrown: Dice, together: Together, organisations: number): GeneratedReport[] {
  const stories = together === null ? ALONE : together === 'group' ? OF_GROUPS : OF_CASELOADS
  return thrown.pick(stories)(organisations)
}

function yearly(year: number, about: GeneratedReport['about'] = 0): GeneratedReport {
  return { about, period: { year, half: null }, crossTables: [], corrects: false }
}

function half(which: 'first-half' | 'second-half'): GeneratedReport {
  return { ...yearly(2025), period: { year: 2025, half: which } }
}

function block(from: number, to: number): GeneratedReport {
  return { ...yearly(to), period: { from, to } }
}
