import { type z } from 'zod'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer, type vaultCommands } from '#shared/contracts/vault.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { NEW_PRACTICE } from '#shared/practice/practice.ts'
import { put } from './caseload.ts'
import { type VaultEnvironment } from './environment.ts'
import { type GateCommand } from './handlers/handler.ts'
import { drawPassphrase } from './passphrase-words.ts'
import { openVault, prepareVault, type PreparedVault, type Store, vaultExists } from './store/store.ts'
import { Unlocked } from './unlocked.ts'
import { refusalOfStore } from './vault-refusal.ts'

type GateHandlers = {
  [C in GateCommand]: (
    input: z.output<(typeof vaultCommands)[C]['input']>,
  ) => Promise<VaultAnswer<C> | VaultRefusal>
}

/** Shorter than this is refused whatever it says; the screen judges strength and warns before. */
const SHORTEST_PASSPHRASE = 10

/**
 * The only way in. Holds the prepared vault until its recovery key was typed back, and the opened one after that;
 * nothing else makes an `Unlocked`.
 */
export class Gate {
  readonly #environment: VaultEnvironment
  #prepared: { vault: PreparedVault; advisorName: string } | null = null
  #unlocked: Unlocked | null = null

  constructor(environment: VaultEnvironment) {
    this.#environment = environment
  }

  /** The open vault, or `null` while the gate is shut. */
  get unlocked(): Unlocked | null {
    return this.#unlocked
  }

  readonly handlers: GateHandlers = {
    'vault.status': async () => {
      if (this.#unlocked !== null) return { stage: 'open' }
      return { stage: (await vaultExists(this.#environment.vaultDir)) ? 'locked' : 'no-vault' }
    },

    'vault.suggestPassphrase': async () => ({
      passphrase: drawPassphrase((count) => this.#environment.random(count)),
    }),

    'vault.prepare': async ({ passphrase, advisorName }) => {
      if (await vaultExists(this.#environment.vaultDir)) return refuse('vault-exists')
      if (passphrase.length < SHORTEST_PASSPHRASE) return refuse('passphrase-too-weak', 'passphrase')
      const vault = await prepareVault({
        passphrase,
        kdf: this.#environment.kdf,
        random: (count) => this.#environment.random(count),
      })
      this.#prepared = { vault, advisorName }
      return { recoveryKey: vault.recoveryKeyText }
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
      const unlocked = this.#open(store)
      await unlocked.writeOutsideUndo([put('practice', { ...NEW_PRACTICE, advisorName, id: 'practice' })])
      return unlocked.caseload.state
    },

    'vault.unlock': async (secret) => {
      if (this.#unlocked !== null) return { ...this.#unlocked.caseload.state, findings: [] }
      const store = await openVault(this.#environment.vaultDir, secret, {
        kdf: this.#environment.kdf,
        random: (count) => this.#environment.random(count),
      })
      if ('refused' in store) return refusalOfStore(store)
      return { ...this.#open(store).caseload.state, findings: [...store.findings] }
    },
  }

  /** Shuts: what is under way is on the disk when this resolves. */
  async close(): Promise<void> {
    const unlocked = this.#unlocked
    this.#unlocked = null
    await unlocked?.caseload.close()
  }

  #open(store: Store): Unlocked {
    this.#unlocked = new Unlocked(store, this.#environment)
    return this.#unlocked
  }
}
