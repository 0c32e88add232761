import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { ask } from './client.ts'
import { emptyDatabase } from './database.ts'

/** Fills the working set from the vault, newest cases first; what an earlier page left is dropped. */
export async function loadWorkingSet(): Promise<VaultRefusal | Record<string, never>> {
  await emptyDatabase()
  return ask('workingSet.load', {})
}
