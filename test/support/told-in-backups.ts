import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openBackupFile } from '../../electron/vault/store/backup/open-backup.ts'
import { argon2id } from '../../electron/vault/store/store.ts'

/** The names of the backups in a folder, in order. */
export async function backupsIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^luwte-.*\.luwte$/.test(name)).sort()
}

/** The names of the backups in a folder that tell of a word, wherever in them. One that does not open throws. */
export async function toldInBackups(
  folder: string,
  word: string,
  secret: { recoveryKey: string },
): Promise<string[]> {
  const telling: string[] = []
  for (const name of await backupsIn(folder)) {
    const opened = await openBackupFile(join(folder, name), secret, argon2id)
    if ('refused' in opened) throw new Error(`${name} does not open: ${opened.refused}`)
    if (JSON.stringify([...opened.content.records.values()]).includes(word)) telling.push(name)
    opened.keyring.wipe()
  }
  return telling
}
