import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import {
  vaultCommands,
  type VaultAnswer,
  type VaultCommand,
  type VaultInput,
} from '#shared/contracts/vault.ts'
import { type VaultEvent } from '#shared/contracts/working-set-rows.ts'
import { z } from 'zod'
import { applyChanges } from './apply-changes.ts'
import { emptyDatabase, whenDatabaseIsLost } from './database.ts'
import { FromVaultPort } from './port-messages.ts'
import { tellProgress } from './progress.ts'
import { VaultFault } from './vault-fault.ts'
import { connectToVault } from './vault-port.ts'
import { setVaultState } from './vault-state.ts'

type Waiting = { resolve: (answer: unknown) => void; reject: (fault: Error) => void }

const waiting = new Map<number, Waiting>()
let nextId = 1
let connecting: Promise<MessagePort> | undefined
let applied: Promise<void> = Promise.resolve()
/** Until something is in a working set that was begun anew: what goes wrong then would only do so again. */
let isBegunAnew = false

async function apply({ changes, state }: Extract<VaultEvent, { event: 'changes' }>): Promise<void> {
  try {
    await applyChanges(changes)
    isBegunAnew = false
  } catch (fault) {
    if (isBegunAnew) throw fault
    await beginAnew()
  }
  setVaultState(state)
}

/** The working set was lost or does not take what is told: the vault, which holds the truth, tells all of it once more. */
async function beginAnew(): Promise<void> {
  isBegunAnew = true
  await emptyDatabase()
  void ask('workingSet.load', {})
}

whenDatabaseIsLost(() => {
  applied = applied.then(beginAnew)
})

function onEvent(event: VaultEvent): void {
  switch (event.event) {
    case 'progress':
      tellProgress(event)
      return
    case 'changes':
      // One after the other: two batches may hold the same row.
      applied = applied.then(() => apply(event))
  }
}

function onMessage({ data }: MessageEvent): void {
  const message = FromVaultPort.parse(data)
  if ('event' in message) {
    onEvent(message.event)
    return
  }
  const asked = waiting.get(message.id)
  waiting.delete(message.id)
  if ('fault' in message)
    asked?.reject(new VaultFault(`${message.fault.command} failed at ${message.fault.where}`))
  else asked?.resolve('refusal' in message ? message.refusal : message.answer)
}

async function openPort(): Promise<MessagePort> {
  const port = await connectToVault()
  port.addEventListener('message', onMessage)
  port.start()
  return port
}

const Refused = z.looseObject({ refused: z.string() })

/**
 * Asks the vault process, the only way there is. Answers what the contract says or why not; a question that the
 * contract does not allow, an answer that it does not know and a fault of the vault all throw: those are bugs. When
 * it answers, the working set holds whatever changed.
 */
export async function ask<Command extends VaultCommand>(
  command: Command,
  input: VaultInput<Command>,
): Promise<VaultAnswer<Command> | VaultRefusal> {
  const contract = vaultCommands[command]
  const parsed: unknown = contract.input.parse(input)
  connecting ??= openPort()
  const port = await connecting
  const id = nextId++
  const received = await new Promise<unknown>((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    port.postMessage({ id, command, input: parsed })
  })
  await applied
  if (Refused.safeParse(received).success) return received as VaultRefusal
  return contract.answer.parse(received) as VaultAnswer<Command>
}
