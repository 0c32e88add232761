import { type WorkingSetRow, type WorkingSetTable } from '#shared/contracts/working-set-rows.ts'
import { useLiveQuery } from 'dexie-react-hooks'
import { database } from './database.ts'

/** All rows of a table, in no particular order, redrawn when one changes; `undefined` while they are being read. */
export function useRows<Table extends WorkingSetTable>(table: Table): WorkingSetRow<Table>[] | undefined {
  return useLiveQuery(() => database.table<WorkingSetRow<Table>>(table).toArray(), [table])
}

/** Rows of one organisation. */
export function useRowsOf<
  Table extends 'locations' | 'engagements' | 'cases' | 'activities' | 'invoices' | 'reports',
>(table: Table, organisationId: string): WorkingSetRow<Table>[] | undefined {
  return useLiveQuery(
    () =>
      database.table<WorkingSetRow<Table>>(table).where('organisationId').equals(organisationId).toArray(),
    [table, organisationId],
  )
}

/** One row; `null` when there is none, `undefined` while it is being read. */
export function useRow<Table extends WorkingSetTable>(
  table: Table,
  id: string,
): WorkingSetRow<Table> | null | undefined {
  return useLiveQuery(
    async () => (await database.table<WorkingSetRow<Table>>(table).get(id)) ?? null,
    [table, id],
  )
}
