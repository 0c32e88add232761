import { deserialize, serialize } from 'node:v8'
import { type BackupExpectation, proveBackup } from '../../../electron/vault/store/backup/prove-backup.ts'

/** Run in a process of its own: proves the one backup that its argument describes, answers, and ends. */
const [asked = ''] = process.argv.slice(2)
const [path, backupKey, expected] = deserialize(Buffer.from(asked, 'base64')) as [
  string,
  Uint8Array,
  BackupExpectation,
]
const answer = await proveBackup(path, backupKey, expected)
process.stdout.write(serialize(answer).toString('base64'))
