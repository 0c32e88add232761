import { type VaultCommand, vaultCommands } from '#shared/contracts/vault.ts'
import { isRefusal, refuse } from '#shared/kernel/refusal.ts'
import { VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultEnvironment } from './environment.ts'
import { Gate } from './gate.ts'
import { attackHandlers } from './handlers/attack.ts'
import { backupHandlers } from './handlers/backups.ts'
import { destructionHandlers } from './handlers/destruction.ts'
import { securityHandlers } from './handlers/security.ts'
import { caseHandlers } from './handlers/cases.ts'
import { contributionHandlers } from './handlers/contributions.ts'
import { draftHandlers } from './handlers/drafts.ts'
import { type CaseloadCommand, type GateCommand, type Handlers } from './handlers/handler.ts'
import { hoursHandlers } from './handlers/hours.ts'
import { invoiceHandlers } from './handlers/invoices.ts'
import { jointReportHandlers } from './handlers/joint-reports.ts'
import { ledgerHandlers } from './handlers/ledger.ts'
import { organisationHandlers } from './handlers/organisations.ts'
import { planAheadHandlers } from './handlers/plan-ahead.ts'
import { practiceHandlers } from './handlers/practice.ts'
import { reportHandlers } from './handlers/reports.ts'
import { Beside } from './reporting/computations.ts'
import { inTime } from './in-time.ts'
import { StoreStopped } from './store/store.ts'
import { Turns } from './turns.ts'
import { type Unlocked } from './unlocked.ts'
import { refusalOfStop } from './vault-refusal.ts'

/** Every command that needs an open vault has its handler here, or this does not compile. */
const caseloadHandlers: Handlers<CaseloadCommand> = {
  ...practiceHandlers,
  ...organisationHandlers,
  ...caseHandlers,
  ...draftHandlers,
  ...hoursHandlers,
  ...invoiceHandlers,
  ...reportHandlers,
  ...ledgerHandlers,
  ...jointReportHandlers,
  ...planAheadHandlers,
  ...attackHandlers,
  ...contributionHandlers,
  ...securityHandlers,
  ...backupHandlers,
  ...destructionHandlers,
}

/** Handlers by name once their input was parsed: the pairing of input and handler is checked where they are made. */
type AnyGateHandler = (input: unknown) => Promise<unknown>
type AnyHandler = (input: unknown, vault: Unlocked) => Promise<unknown>

/** A command either way: what the screen sends is parsed, and so is what goes back. */
export type Dispatch = {
  /** The answer or a refusal, plain JSON. Rejects only for a bug. */
  handle(command: string, input: unknown): Promise<unknown>
  /** Refuses new commands, writes what was asked for, ends what takes long, and shuts the vault. Waits for no place. */
  close(): Promise<void>
}

function isCommand(command: string): command is VaultCommand {
  return Object.hasOwn(vaultCommands, command)
}

function isGateCommand(command: VaultCommand): command is GateCommand {
  return command.startsWith('vault.')
}

/** A full or failing disk is no bug: the screen has a sentence for it. */
function stoppedAsRefusal(error: unknown): VaultRefusal {
  if (error instanceof StoreStopped) return refusalOfStop(error)
  throw error
}

/** How long places for backups may be waited for when the vault shuts, so that nothing unfinished stays, in milliseconds. */
const LONGEST_FAREWELL = 1000

/**
 * Commands that hold their turn for long and keep nothing that somebody typed: those that still wait for it when the vault
 * shuts are dropped, so that what was typed is on the disk in time.
 */
const DROPPED: ReadonlySet<VaultCommand> = new Set<VaultCommand>([
  'vault.unlock',
  'vault.restore',
  'security.changePassphrase',
  'security.rotate',
  'security.confirmRecoveryKey',
  'security.removeSlot',
  'report.settle',
  'jointReport.settle',
])

/**
 * Answers the screen's commands, one after the other in the order in which they came: a decision is taken on the
 * caseload as the command before left it, also while that one is still being written to the disk. What is done beside
 * them (`Beside`) keeps nobody waiting.
 */
export function createDispatch(environment: VaultEnvironment): Dispatch {
  const turns = new Turns()
  const gate = new Gate(environment, turns.take)
  let closing = false

  const run = async (command: VaultCommand, input: unknown): Promise<unknown> => {
    if (closing && DROPPED.has(command)) return refuse('locked')
    const parsed = vaultCommands[command].input.safeParse(input)
    if (!parsed.success)
      return refuse('invalid-input', ...parsed.error.issues.map((issue) => issue.path.join('.')))
    if (isGateCommand(command)) return (gate.handlers[command] as AnyGateHandler)(parsed.data)
    if (gate.unlocked === null) return refuse('locked')
    return (caseloadHandlers[command] as AnyHandler)(parsed.data, gate.unlocked)
  }

  const handle = async (command: string, input: unknown): Promise<unknown> => {
    if (closing) return refuse('locked')
    if (!isCommand(command)) return refuse('invalid-input', 'command')
    const answered = await turns.take(() => run(command, input)).catch(stoppedAsRefusal)
    const answer =
      answered instanceof Beside
        ? await (answered.answer as Promise<unknown>).catch(stoppedAsRefusal)
        : answered
    return isRefusal(answer) ? VaultRefusal.parse(answer) : vaultCommands[command].answer.parse(answer)
  }

  /** Ends what is done beside the commands; also that of a vault that was still being opened. */
  const callOff = (): void => {
    gate.unlocked?.computations.stopAll()
    gate.unlocked?.errands.callOff()
  }

  return {
    handle,
    close: async () => {
      closing = true
      callOff()
      await turns.idle()
      callOff()
      // What was typed is on the disk. What is being written elsewhere has a moment to be taken away again.
      await inTime(LONGEST_FAREWELL, gate.unlocked?.errands.left() ?? Promise.resolve(), undefined)
      await turns.end()
      await gate.close()
    },
  }
}
