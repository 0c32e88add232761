import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer, type VaultCommand, type vaultCommands } from '#shared/contracts/vault.ts'
import { type z } from 'zod'
import { type Beside } from '../reporting/computations.ts'
import { type Unlocked } from '../unlocked.ts'

/** What the door has parsed a command's input into. */
export type ParsedInput<Command extends VaultCommand> = z.output<(typeof vaultCommands)[Command]['input']>

/** Commands that work without an open vault. */
export type GateCommand = Extract<VaultCommand, `vault.${string}`>
export type CaseloadCommand = Exclude<VaultCommand, GateCommand>

/** Carries out one command on an open vault; says no with a refusal, never by throwing. */
export type Handler<Command extends CaseloadCommand> = (
  input: ParsedInput<Command>,
  vault: Unlocked,
) => Promise<VaultAnswer<Command> | VaultRefusal | Beside<VaultAnswer<Command> | VaultRefusal>>

/** The handlers of some of the commands; together they must be all of them. */
export type Handlers<Command extends CaseloadCommand> = { [C in Command]: Handler<C> }
