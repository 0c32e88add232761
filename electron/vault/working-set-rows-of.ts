import { summarise } from '#shared/casework/summarise.ts'
import { type AnnualReport, type ReportSummary } from '#shared/reports/annual-report.ts'
import { type WorkingSetChanges, type WorkingSetTable } from '#shared/contracts/working-set-rows.ts'
import { type JointReportSummary } from '#shared/reports/joint-report.ts'
import { type Caseload, type Written } from './caseload.ts'
import { type CaseloadKind, type CaseloadRecord } from './caseload-kinds.ts'

const WHOLE_ROWS = {
  group: 'groups',
  organisation: 'organisations',
  location: 'locations',
  engagement: 'engagements',
  activity: 'activities',
  invoice: 'invoices',
  destruction: 'destructions',
  practice: 'practice',
} as const satisfies Partial<Record<CaseloadKind, WorkingSetTable>>

function summariseReport({ id, organisationId, period, status, settledOn }: AnnualReport): ReportSummary {
  return { id, organisationId, period, status, settledOn }
}

function draftRow({ reportId, organisationId, period }: CaseloadRecord<'narrative'>): ReportSummary {
  return { id: reportId, organisationId, period, status: 'draft', settledOn: null }
}

function jointRow({
  reportId,
  subject,
  period,
  settled,
}: CaseloadRecord<'joint-report'>): JointReportSummary {
  const { status, settledOn } = settled ?? { status: 'draft', settledOn: null }
  return { id: reportId, subject, period, status, settledOn }
}

function caseRow(caseload: Caseload, caseId: string): unknown[] {
  const caseFile = caseload.get('case', caseId)
  return caseFile === undefined ? [] : [summarise(caseFile, caseload.entriesOf(caseId))]
}

type RowChange = WorkingSetChanges[number]

function rowChange(caseload: Caseload, { kind, id, before, after }: Written): RowChange | null {
  switch (kind) {
    case 'group':
    case 'organisation':
    case 'location':
    case 'engagement':
    case 'activity':
    case 'invoice':
    case 'destruction':
    case 'practice': {
      const table = WHOLE_ROWS[kind]
      return after === null ? { table, put: [], removed: [id] } : { table, put: [after.value], removed: [] }
    }
    case 'case':
      return after === null
        ? { table: 'cases', put: [], removed: [id] }
        : { table: 'cases', put: caseRow(caseload, id), removed: [] }
    case 'entry': {
      const entry = after ?? before
      return entry?.kind === 'entry'
        ? { table: 'cases', put: caseRow(caseload, entry.value.caseId), removed: [] }
        : null
    }
    case 'report':
      return after?.kind === 'report'
        ? { table: 'reports', put: [summariseReport(after.value)], removed: [] }
        : null
    case 'narrative': {
      if (after?.kind !== 'narrative') {
        return before?.kind === 'narrative'
          ? { table: 'reports', put: [], removed: [before.value.reportId] }
          : null
      }
      // Once settled, the report's own row stands.
      if (caseload.get('report', after.value.reportId) !== undefined) return null
      return { table: 'reports', put: [draftRow(after.value)], removed: [] }
    }
    case 'joint-report': {
      const table = 'jointReports'
      if (after?.kind === 'joint-report') return { table, put: [jointRow(after.value)], removed: [] }
      return before?.kind === 'joint-report' ? { table, put: [], removed: [before.value.reportId] } : null
    }
    case 'persons':
    case 'draft':
    case 'ledger':
    case 'contribution':
    case 'given-contribution':
    case 'remainder':
    case 'kept-time':
    case 'backup-target':
    case 'history':
    case 'envelope':
    case 'check':
      return null
  }
}

/** The rows of the working set that these writes changed. */
export function rowsAfter(caseload: Caseload, written: readonly Written[]): WorkingSetChanges {
  return written.map((one) => rowChange(caseload, one)).filter((change) => change !== null)
}

/**
 * The whole working set, small tables first and cases newest first, in batches that the screen can swallow
 * without standing still (10,000 rows at once kept it busy for seconds).
 */
export function* wholeWorkingSet(caseload: Caseload, batch = 500): Generator<WorkingSetChanges> {
  for (const [kind, table] of Object.entries(WHOLE_ROWS) as [keyof typeof WHOLE_ROWS, WorkingSetTable][]) {
    yield* batches(table, caseload.all(kind), batch)
  }
  const reports = caseload.all('report').map(summariseReport)
  const settled = new Set(reports.map((report) => report.id))
  const drafts = caseload
    .all('narrative')
    .filter((narrative) => !settled.has(narrative.reportId))
    .map(draftRow)
  yield* batches('reports', [...reports, ...drafts], batch)
  yield* batches('jointReports', caseload.all('joint-report').map(jointRow), batch)
  const cases = caseload.all('case').sort((a, b) => b.firstContactOn.localeCompare(a.firstContactOn))
  for (let start = 0; start < cases.length; start += batch) {
    const rows = cases
      .slice(start, start + batch)
      .map((caseFile) => summarise(caseFile, caseload.entriesOf(caseFile.id)))
    yield [{ table: 'cases', put: rows, removed: [] }]
  }
}

function* batches(table: WorkingSetTable, rows: unknown[], batch: number): Generator<WorkingSetChanges> {
  for (let start = 0; start < rows.length; start += batch)
    yield [{ table, put: rows.slice(start, start + batch), removed: [] }]
}
