import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Id } from '#shared/kernel/id.ts'
import { tokenFor } from './caseload-driver.ts'
import { type NewCaseload } from './new-caseload.ts'

/** A new folder beside the vault in which it makes backups from now on. */
export async function addBackupPlace(vault: NewCaseload, name: string): Promise<{ id: Id; path: string }> {
  const path = join(vault.folder, name)
  await mkdir(path)
  const { id } = await vault.must('backup.addTarget', { token: tokenFor(vault, path) })
  return { id, path }
}
