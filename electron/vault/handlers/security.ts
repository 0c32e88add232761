import { isOpen } from '#shared/casework/destruction.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type WholeCheck } from '#shared/contracts/safety-check.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { put } from '../caseload.ts'
import { isTargetThere } from '../is-target-there.ts'
import { proven } from '../proven.ts'
import { type Target } from '../safekeeping.ts'
import { type Progress } from '../store/opened-store.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers } from './handler.ts'

/** Shorter than this is refused whatever it says; the screen judges strength and warns before. */
export const SHORTEST_PASSPHRASE = 10

function progressOf(vault: Unlocked): Progress {
  return (done, total) => vault.emit({ event: 'progress', task: 'keys', done, total })
}

const goodOnes = ({ made }: Target): Target['made'] => made.filter(({ found }) => found === 'good')

/** The newest backup of a place that opened when it was last looked at. */
const newestGood = (target: Target): Target['made'][number] | undefined => goodOnes(target).at(-1)

const latest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce<string | null>(
    (last, one) => (one !== null && (last === null || one > last) ? one : last),
    null,
  )

function lastCheckOf(vault: Unlocked): WholeCheck | null {
  const last = vault.safekeeping.checks.last ?? vault.caseload.get('check', 'check')
  return last === undefined ? null : { at: last.at, parts: last.parts, mended: last.mended }
}

/** How safe the vault is at this instant; `isThere` was looked at just before, of which places which are there. */
function overviewOf(vault: Unlocked, isThere: ReadonlyMap<Id, boolean>): VaultAnswer<'security.overview'> {
  const { targets, safekeeping } = vault
  const newest = Math.max(-1, ...targets.map((target) => newestGood(target)?.stateNumber ?? -1))
  return {
    targets: targets.map((target) => ({
      id: target.id,
      name: target.name,
      addedAt: target.addedAt,
      isThere: isThere.get(target.id) ?? false,
      lastSeenAt: target.lastSeenAt,
      lastProvenAt: newestGood(target)?.provenAt ?? null,
      backups: goodOnes(target).length,
    })),
    lastProvenAt: latest(targets.map((target) => newestGood(target)?.provenAt ?? null)),
    lastDrillAt: latest(targets.map(({ lastDrillAt }) => lastDrillAt)),
    isBackedUp: newest >= vault.caseload.lastWork,
    slots: safekeeping.slots,
    records: safekeeping.records,
    openDestructions: vault.caseload.all('destruction').filter(isOpen).length,
    envelopeMadeAt: safekeeping.slots.some(({ kind }) => kind === 'envelope')
      ? (vault.caseload.get('envelope', 'envelope')?.madeAt ?? null)
      : null,
    lastCheck: lastCheckOf(vault),
  }
}

/** How safe the vault is, its keys, and checking all of it. */
export const securityHandlers: Handlers<
  | 'security.overview'
  | 'security.changePassphrase'
  | 'security.rotate'
  | 'security.drawRecoveryKey'
  | 'security.confirmRecoveryKey'
  | 'security.removeSlot'
  | 'security.beginCheck'
  | 'security.checkNext'
  | 'security.stopCheck'
> = {
  'security.overview': async (_input, vault) =>
    vault.errands.run(async () => {
      const looks = await Promise.all(
        vault.targets.map(async (target) => [target.id, await isTargetThere(target)] as const),
      )
      return overviewOf(vault, new Map(looks))
    }),

  'security.changePassphrase': async ({ current, passphrase }, vault) => {
    if (passphrase.length < SHORTEST_PASSPHRASE) return refuse('passphrase-too-weak', 'passphrase')
    return (await vault.safekeeping.changePassphrase(current, passphrase, progressOf(vault))) ?? {}
  },

  'security.rotate': async ({ secret }, vault) =>
    proven(vault, secret, async () => {
      await vault.safekeeping.rotate(progressOf(vault))
      return {}
    }),

  'security.drawRecoveryKey': async ({ kind, secret }, vault) =>
    proven(vault, secret, async () => vault.safekeeping.drawRecoveryKey(kind)),

  'security.confirmRecoveryKey': async ({ recoveryKey }, vault) => {
    const slot = await vault.safekeeping.confirmRecoveryKey(recoveryKey, progressOf(vault))
    if (!('refused' in slot) && slot.kind === 'envelope')
      await vault.writeOutsideUndo([put('envelope', { id: 'envelope', madeAt: vault.safekeeping.now })])
    return slot
  },

  'security.removeSlot': async ({ slot, secret }, vault) =>
    proven(vault, secret, async () => (await vault.safekeeping.removeSlot(slot, progressOf(vault))) ?? {}),

  'security.beginCheck': async ({ secret }, vault) =>
    vault.errands.run(async () => {
      const wrong = await vault.safekeeping.prove(secret)
      if (wrong !== null) return wrong
      const { checks } = vault.safekeeping
      const checked = { targets: () => vault.targets, known: () => vault.states }
      return { steps: await checks.begin(secret, checked, vault.errands.signal) }
    }),

  'security.checkNext': async (_input, vault) =>
    vault.errands.run(() => vault.errands.alone(() => checkNext(vault))),

  'security.stopCheck': async (_input, vault) => {
    vault.safekeeping.checks.stop()
    return {}
  },
}

/** Takes the next step of the check, and with the last one writes down what was found in the places that are listed now. */
async function checkNext(vault: Unlocked): Promise<VaultAnswer<'security.checkNext'> | VaultRefusal> {
  const step = await vault.safekeeping.checks.next()
  vault.errands.signal.throwIfAborted()
  if (step === null) return refuse('not-found')
  const { done, whole, targets } = step
  if (whole !== null)
    await vault.inTurn(() =>
      vault.note([
        put('check', { ...whole, id: 'check' }),
        ...targets().map((target) => put('backup-target', target)),
      ]),
    )
  return { done, whole }
}
