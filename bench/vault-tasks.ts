import { argon2id, prepareVault } from '../electron/vault/store/store.ts'
import { type BenchVault, inventVault } from './invented-vault.ts'
import { timed } from './measure.ts'
import { benchVaultBackup } from './vault-backup-bench.ts'
import { benchVaultSave } from './vault-save-bench.ts'
import { benchVaultUnlock } from './vault-unlock-bench.ts'

const tasks = {
  'derive-key': async () =>
    (await timed(() => prepareVault({ passphrase: 'zes woorden voor een meting', kdf: argon2id }))).ms,
  invent: ({ folder, records }: { folder: string; records: number }) => inventVault(folder, records),
  unlock: (vault: BenchVault) => benchVaultUnlock(vault),
  save: (vault: BenchVault) => benchVaultSave(vault),
  'back-up': (vault: BenchVault) => benchVaultBackup(vault),
}

type Tasks = typeof tasks
export type Task = {
  [Name in keyof Tasks]: { task: Name; input: Parameters<Tasks[Name]>[0] }
}[keyof Tasks]
export type TaskResult<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>

async function run({ task, input }: Task): Promise<unknown> {
  // The pair is sound by its type; TypeScript cannot follow a union of pairs through a call.
  return (tasks[task] as (input: unknown) => Promise<unknown>)(input)
}

const result = await run(JSON.parse(process.argv[2] ?? '') as Task)
process.send?.(result, () => process.exit())
