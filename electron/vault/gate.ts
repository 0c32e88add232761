import { basename, dirname, join } from 'node:path'
import { type z } from 'zod'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer, type vaultCommands } from '#shared/contracts/vault.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { type VaultFinding } from '#shared/contracts/working-set-rows.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { NEW_PRACTICE } from '#shared/practice/practice.ts'
import { put } from './caseload.ts'
import { type VaultEnvironment } from './environment.ts'
import { backUpTo, noteTargetsSeen } from './handlers/backups.ts'
import { type GateCommand } from './handlers/handler.ts'
import { SHORTEST_PASSPHRASE } from './handlers/security.ts'
import { reachingBackup } from './history.ts'
import { type Beside } from './reporting/computations.ts'
import { NewerRecord } from './migrations.ts'
import { drawPassphrase } from './passphrase-words.ts'
import { restoreBackup } from './store/backup/restore-backup.ts'
import {
  type KdfParams,
  openVault,
  prepareVault,
  type PreparedVault,
  type Store,
  vaultExists,
} from './store/store.ts'
import { restoredList } from './restored-list.ts'
import { type InTurn } from './turns.ts'
import { Unlocked } from './unlocked.ts'
import { freeFolder, removeUnfinishedRestores, vaultNames } from './vault-folders.ts'
import { refusalOfBackup, refusalOfStore } from './vault-refusal.ts'

type GateHandlers = {
  [C in GateCommand]: (
    input: z.output<(typeof vaultCommands)[C]['input']>,
  ) => Promise<VaultAnswer<C> | VaultRefusal | Beside<VaultAnswer<C> | VaultRefusal>>
}

/**
 * The only way in. Holds the prepared vault until its recovery key was typed back, and the opened one after that;
 * nothing else makes an `Unlocked`.
 */
export class Gate {
  readonly #environment: VaultEnvironment
  readonly #inTurn: InTurn
  #prepared: { vault: PreparedVault; advisorName: string } | null = null
  #unlocked: Unlocked | null = null
  #params: Promise<KdfParams> | null = null

  constructor(environment: VaultEnvironment, inTurn: InTurn) {
    this.#environment = environment
    this.#inTurn = inTurn
  }

  /** The open vault, or `null` while the gate is shut. */
  get unlocked(): Unlocked | null {
    return this.#unlocked
  }

  readonly handlers: GateHandlers = {
    'vault.status': async () => {
      const vaults = await vaultNames(this.#environment.vaultDir)
      if (this.#unlocked !== null) return { stage: 'open', vaults }
      if (vaults.length > 0) return { stage: 'locked', vaults }
      // Measured while she types: she need not wait for it afterwards.
      void this.#costOfPassphrase().catch(() => undefined)
      return { stage: 'no-vault', vaults }
    },

    'vault.suggestPassphrase': async () => ({
      passphrase: drawPassphrase((count) => this.#environment.random(count)),
    }),

    'vault.prepare': async ({ passphrase, advisorName }) => {
      if (await vaultExists(this.#environment.vaultDir)) return refuse('vault-exists')
      if (passphrase.length < SHORTEST_PASSPHRASE) return refuse('passphrase-too-weak', 'passphrase')
      const vault = await this.#prepare(passphrase)
      this.#prepared = { vault, advisorName }
      return { recoveryKey: vault.recoveryKeyText, mark: vault.mark }
    },

    'vault.create': async ({ recoveryKey }) => {
      if (this.#prepared === null) return refuse('no-vault')
      const { vault, advisorName } = this.#prepared
      const typed = vault.confirm(recoveryKey)
      if ('refused' in typed)
        return refuse('recovery-key-mistyped', ...typed.groups.map((group) => `group-${group}`))
      const store = await vault.write(this.#environment.vaultDir)
      if ('refused' in store) return refusalOfStore(store)
      this.#prepared = null
      const unlocked = this.#open(store, this.#environment.vaultDir)
      await unlocked.writeOutsideUndo([put('practice', { ...NEW_PRACTICE, advisorName, id: 'practice' })])
      return unlocked.caseload.state
    },

    'vault.unlock': async ({ vault, reading = false, ...secret }) => {
      if (this.#unlocked !== null) return { ...this.#unlocked.caseload.state, findings: [] }
      const folder = await this.#folderOf(vault)
      if (folder === null) return refuse('no-vault')
      const { kdf, disk } = this.#environment
      const random = (count: number) => this.#environment.random(count)
      const store = await openVault(folder, secret, { kdf, disk, random, reading })
      if ('refused' in store) return refusalOfStore(store)
      await this.#keepEarlierDaysTwice(store)
      const opened = await this.#openStored(store, folder)
      if ('refused' in opened) return opened
      await removeUnfinishedRestores(this.#environment.vaultDir)
      const { caseload, safekeeping } = opened
      const { isBehind, strange } = await safekeeping.comparedWithBackups(opened.targets, opened.states)
      if (!isBehind) await noteTargetsSeen(opened)
      // Said once: she may go on with this vault, and what lies on the stick stays there.
      if (!isBehind && strange.length > 0) await opened.noteReached(...strange)
      const findings: VaultFinding[] = [
        ...store.findings,
        ...(isBehind || strange.length > 0 ? [{ finding: 'rolled-back' as const, part: 'vault' }] : []),
      ]
      return { ...caseload.state, findings }
    },

    'vault.restore': async ({ token, secret }) => {
      const path = this.#environment.filePath(token)
      if (path === undefined) return refuse('not-found', 'token')
      const unlocked = this.#unlocked
      if (unlocked === null) return this.#restore(path, secret, null)
      // Beside the work in the vault that is open, which waits neither for the backup nor for any other place.
      const { errands } = unlocked
      return errands.run(() => errands.alone(() => this.#restore(path, secret, unlocked)))
    },
  }

  /** Shuts: what is under way is on the disk when this resolves. */
  async close(): Promise<void> {
    const unlocked = this.#unlocked
    this.#unlocked = null
    await unlocked?.caseload.close()
  }

  async #restore(
    path: string,
    secret: TypedSecret,
    unlocked: Unlocked | null,
  ): Promise<VaultAnswer<'vault.restore'> | VaultRefusal> {
    const folder = await freeFolder(this.#environment.vaultDir)
    const { kdf, now } = this.#environment
    const means = { kdf, at: now(), putAlso: reachingBackup, ...(await unlocked?.knownDestroyed()) }
    const restored = await restoreBackup(path, secret, folder, means)
    if ('refused' in restored) return refusalOfBackup(restored)
    return {
      vault: basename(folder),
      records: restored.records,
      lastChangeAt: restored.state.lastChangeAt,
      destroyedAgain: restored.destroyedAgain.length,
      destroyedList: restoredList(restored.lists),
    }
  }

  #costOfPassphrase(): Promise<KdfParams> {
    return (this.#params ??= this.#environment.kdfParams())
  }

  /** Draws the keys of a new vault. Where the memory of a larger cost cannot be had after all, the floor does. */
  async #prepare(passphrase: string): Promise<PreparedVault> {
    const { kdf, random } = this.#environment
    const params = await this.#costOfPassphrase()
    return prepareVault({ passphrase, kdf, params, random }).catch(() =>
      prepareVault({ passphrase, kdf, random }),
    )
  }

  /** The folder of a vault by its name; the first one without a name. */
  async #folderOf(name: string | undefined): Promise<string | null> {
    const { vaultDir } = this.#environment
    const names = await vaultNames(vaultDir)
    const chosen = name ?? names[0]
    return chosen !== undefined && names.includes(chosen) ? join(dirname(vaultDir), chosen) : null
  }

  /**
   * What was saved on an earlier day is not left in one file alone, which another program may delete. Where it cannot be
   * written now, as on a full disk, the vault opens all the same.
   */
  async #keepEarlierDaysTwice(store: Store): Promise<void> {
    const { lastChangeAt } = store.state
    const isOfToday = lastChangeAt?.slice(0, 10) === this.#environment.now().slice(0, 10)
    if (!isOfToday) await store.keepTwice().catch(() => undefined)
  }

  /** Opens what another version may have written: later shapes are refused, earlier ones written anew after a backup. */
  async #openStored(store: Store, folder: string): Promise<Unlocked | VaultRefusal> {
    try {
      const unlocked = this.#open(store, folder)
      if (unlocked.caseload.outdated.length > 0) {
        // Within the turn: nothing is written anew before it.
        await backUpTo(unlocked, unlocked.targets, (work) => work())
        await unlocked.writeOutsideUndo(unlocked.caseload.outdated)
      }
      return unlocked
    } catch (error) {
      this.#unlocked = null
      await store.close()
      if (error instanceof NewerRecord) return refuse('newer-format')
      throw error
    }
  }

  #open(store: Store, folder: string): Unlocked {
    this.#unlocked = new Unlocked(store, this.#environment, folder, this.#inTurn)
    return this.#unlocked
  }
}
