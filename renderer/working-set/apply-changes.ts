import { workingSetRows, type WorkingSetChanges } from '#shared/contracts/working-set-rows.ts'
import { z } from 'zod'
import { database } from './database.ts'

/** Writes a batch of changes into the working set, whole or not at all. A row that its table does not know throws. */
export async function applyChanges(changes: WorkingSetChanges): Promise<void> {
  const parsed = changes.map(({ table, put, removed }) => ({
    table: database.table(table),
    put: z.array(workingSetRows[table]).parse(put),
    removed,
  }))
  await database.transaction(
    'rw',
    parsed.map(({ table }) => table),
    async () => {
      for (const { table, put, removed } of parsed) {
        await table.bulkDelete(removed)
        await table.bulkPut(put)
      }
    },
  )
}
