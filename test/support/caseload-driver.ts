import { createHash, randomBytes } from 'node:crypto'
import { argon2id } from '../../electron/vault/store/store.ts'
import { kdfFloor } from '../../electron/vault/store/crypto/v1/kdf.ts'
import { nodeDisk } from '../../electron/vault/store/node-disk.ts'
import { drillAsOrdered } from '../../electron/vault/store/backup/drill-order.ts'
import { proveBackup } from '../../electron/vault/store/backup/prove-backup.ts'
import { createDispatch } from '../../electron/vault/dispatch.ts'
import { type VaultEnvironment } from '../../electron/vault/environment.ts'
import { type VaultEvent } from '#shared/contracts/working-set-rows.ts'
import { type VaultAnswer, type VaultCommand, type VaultInput } from '#shared/contracts/vault.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'

/** The vault process without its process: the same commands, handlers, keys and files, driven from here. */
export type CaseloadDriver = {
  ask<C extends VaultCommand>(command: C, input: VaultInput<C>): Promise<VaultAnswer<C> | VaultRefusal>
  /** Asks and throws when the answer is a refusal: for what a story takes for granted. */
  must<C extends VaultCommand>(command: C, input: VaultInput<C>): Promise<VaultAnswer<C>>
  events: VaultEvent[]
  files: Map<string, string>
  close(): Promise<void>
}

/** Drives the vault in `vaultDir`. `today` stands in for the clock; `random` for the dice where a test needs them. */
export function driveCaseload(
  vaultDir: string,
  today = new Date().toISOString().slice(0, 10),
  overrides: Partial<VaultEnvironment> = {},
): CaseloadDriver {
  const events: VaultEvent[] = []
  const files = new Map<string, string>()
  const dispatch = createDispatch({
    vaultDir,
    disk: nodeDisk,
    kdf: argon2id,
    kdfParams: () => Promise.resolve(kdfFloor),
    prove: proveBackup,
    drill: drillAsOrdered,
    now: () => `${today}T12:00:00.000Z`,
    today: () => today,
    random: (count) => new Uint8Array(randomBytes(count)),
    filePath: (token) => files.get(token),
    emit: (event) => {
      // What crosses the port is cloned: a test must not see what the screen cannot.
      events.push(structuredClone(event))
    },
    ...overrides,
  })
  const ask: CaseloadDriver['ask'] = async (command, input) =>
    (await dispatch.handle(command, structuredClone(input))) as VaultAnswer<typeof command> | VaultRefusal
  return {
    ask,
    must: async (command, input) => {
      const answer = await ask(command, input)
      if (typeof answer === 'object' && answer !== null && 'refused' in answer)
        throw new Error(`${command} was refused: ${answer.refused} ${(answer.fields ?? []).join(', ')}`)
      return answer as VaultAnswer<typeof command>
    },
    events,
    files,
    close: () => dispatch.close(),
  }
}

/** A token for a file, as the main process would give one out. */
export function tokenFor(driver: CaseloadDriver, path: string): string {
  const token = createHash('sha256').update(path).digest('hex').slice(0, 32)
  driver.files.set(token, path)
  return token
}
