import { z } from 'zod'
import { Activity } from '../activities/activity.ts'
import { CaseSummary } from '../casework/case-file.ts'
import { Destruction } from '../casework/destruction.ts'
import { Invoice } from '../invoicing/invoice.ts'
import { Id } from '../kernel/id.ts'
import { Engagement } from '../organisations/engagement.ts'
import { Location } from '../organisations/location.ts'
import { Group, Organisation } from '../organisations/organisation.ts'
import { Practice } from '../practice/practice.ts'
import { ReportSummary } from '../reports/annual-report.ts'
import { JointReportSummary } from '../reports/joint-report.ts'

/** The tables of the working set: what the screen keeps at hand, summaries where the whole would be too much. */
export const workingSetRows = {
  groups: Group,
  organisations: Organisation,
  locations: Location,
  engagements: Engagement,
  cases: CaseSummary,
  activities: Activity,
  invoices: Invoice,
  reports: ReportSummary,
  jointReports: JointReportSummary,
  destructions: Destruction,
  /** One row. */
  practice: Practice.extend({ id: z.literal('practice') }),
} as const

export type WorkingSetTable = keyof typeof workingSetRows
export type WorkingSetRow<Table extends WorkingSetTable> = z.infer<(typeof workingSetRows)[Table]>

const tables = Object.keys(workingSetRows) as [WorkingSetTable, ...WorkingSetTable[]]

/** Rows that appeared or changed, and ids of rows that went. Rows are parsed table by table where they arrive. */
export const WorkingSetChanges = z.array(
  z.strictObject({
    table: z.enum(tables),
    put: z.array(z.unknown()),
    removed: z.array(z.union([Id, z.literal('practice')])),
  }),
)
export type WorkingSetChanges = z.infer<typeof WorkingSetChanges>

/** Number and moment of the vault's last change: "laatste wijziging 20-11 18:04, stand 1432". */
export const VaultState = z.strictObject({
  stateNumber: z.number().int().min(0),
  lastChangeAt: z.iso.datetime().nullable(),
})
export type VaultState = z.infer<typeof VaultState>

/**
 * Something in the vault that was not as it was left, noticed while unlocking; what could be saved was saved.
 * `rolled-back`: the whole vault is older than a backup of it.
 * `part` names a file of the vault, a state of its journal, or a record by id.
 */
export const VaultFinding = z.strictObject({
  finding: z.enum(['damaged', 'tampered', 'missing', 'rolled-back']),
  part: z.string(),
})
export type VaultFinding = z.infer<typeof VaultFinding>

/** What the vault process tells unasked. */
export const VaultEvent = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('changes'), changes: WorkingSetChanges, state: VaultState }),
  z.strictObject({
    event: z.literal('progress'),
    task: z.enum(['unlock', 'load', 'register', 'report', 'keys', 'backup']),
    done: z.number().int().min(0),
    total: z.number().int().min(0),
  }),
])
export type VaultEvent = z.infer<typeof VaultEvent>
