import {
  type WorkingSetRow,
  workingSetRows,
  type WorkingSetTable,
} from '#shared/contracts/working-set-rows.ts'
import { type CaseloadDriver } from './caseload-driver.ts'

/** All rows of a table, as the screen is told them when it asks for everything. */
export async function rowsTold<Table extends WorkingSetTable>(
  vault: CaseloadDriver,
  table: Table,
): Promise<WorkingSetRow<Table>[]> {
  vault.events.length = 0
  await vault.must('workingSet.load', {})
  return vault.events
    .flatMap((event) => (event.event === 'changes' ? event.changes : []))
    .filter((change) => change.table === table)
    .flatMap(({ put }) => put.map((row) => workingSetRows[table].parse(row) as WorkingSetRow<Table>))
}
