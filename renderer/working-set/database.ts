import { type WorkingSetRow, type WorkingSetTable } from '#shared/contracts/working-set-rows.ts'
import { Dexie, type EntityTable } from 'dexie'

type Tables = { [Table in WorkingSetTable]: EntityTable<WorkingSetRow<Table>, 'id'> }

/** What each table can be asked by, besides its id. Every index makes filling it slower. */
const INDEXES: Record<WorkingSetTable, string> = {
  groups: 'id',
  organisations: 'id',
  locations: 'id, organisationId',
  engagements: 'id, organisationId',
  cases: 'id, organisationId, state',
  activities: 'id, organisationId, on',
  invoices: 'id, organisationId',
  reports: 'id, organisationId',
  jointReports: 'id',
  destructions: 'id',
  practice: 'id',
}

const empty = new Dexie('working-set')
empty.version(1).stores(INDEXES)

/** The summaries at hand while the vault is open: in memory only, gone with the program, never the truth. */
export const database = empty as Dexie & Tables

let isBeingEmptied = false

/** Throws away whatever is in it. What is being asked of it meanwhile waits. */
export async function emptyDatabase(): Promise<void> {
  isBeingEmptied = true
  await database.delete({ disableAutoOpen: false })
  await database.open()
  isBeingEmptied = false
}

/** Calls the listener when the browser shut or removed it of its own accord: then what it holds is not to be trusted. */
export function whenDatabaseIsLost(listener: () => void): void {
  database.on('close', () => {
    if (!isBeingEmptied) listener()
  })
}
