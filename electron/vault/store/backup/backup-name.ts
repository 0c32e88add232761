/** What a backup's file name says: the start of the vault's id, the state number, the date. Nothing else, ever. */
export type BackupName = { shortId: string; stateNumber: number; date: string }

/** The first 8 hexadecimal digits of a vault's id: enough to tell an advisor's own vaults apart. */
export const shortVaultId = (vaultId: Uint8Array): string =>
  Buffer.from(vaultId.subarray(0, 4)).toString('hex')

const pattern = /^luwte-([0-9a-f]{8})-(\d{1,16})-(\d{4}-\d{2}-\d{2})\.luwte$/

/** The file name of a backup; `date` is a calendar date `YYYY-MM-DD`. Throws for anything else. */
export function backupName({ shortId, stateNumber, date }: BackupName): string {
  const name = `luwte-${shortId}-${stateNumber}-${date}.luwte`
  if (!pattern.test(name)) throw new TypeError('a backup name consists of a short id, a number and a date')
  return name
}

/** Reads a name back; nothing for a name that is not a backup's. */
export function readBackupName(name: string): BackupName | undefined {
  const [, shortId, stateNumber, date] = pattern.exec(name) ?? []
  if (shortId === undefined || stateNumber === undefined || date === undefined) return undefined
  return { shortId, stateNumber: Number(stateNumber), date }
}
