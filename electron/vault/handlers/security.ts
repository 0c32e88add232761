import { isOpen } from '#shared/casework/destruction.ts'
import { type WholeCheck } from '#shared/contracts/safety-check.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { put } from '../caseload.ts'
import { isTargetThere } from '../is-target-there.ts'
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
  const last = vault.safekeeping.lastCheck ?? vault.caseload.get('check', 'check')
  return last === undefined ? null : { at: last.at, parts: last.parts, mended: last.mended }
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
  'security.overview': async (_input, vault) => {
    const { targets } = vault
    const newest = Math.max(-1, ...targets.map((target) => newestGood(target)?.stateNumber ?? -1))
    return {
      targets: await Promise.all(
        targets.map(async (target) => ({
          id: target.id,
          name: target.name,
          addedAt: target.addedAt,
          isThere: await isTargetThere(target),
          lastSeenAt: target.lastSeenAt,
          lastProvenAt: newestGood(target)?.provenAt ?? null,
          backups: goodOnes(target).length,
        })),
      ),
      lastProvenAt: latest(targets.map((target) => newestGood(target)?.provenAt ?? null)),
      lastDrillAt: latest(targets.map(({ lastDrillAt }) => lastDrillAt)),
      isBackedUp: newest >= vault.caseload.lastWork,
      slots: vault.safekeeping.slots,
      records: vault.safekeeping.records,
      openDestructions: vault.caseload.all('destruction').filter(isOpen).length,
      envelopeMadeAt: vault.safekeeping.slots.some(({ kind }) => kind === 'envelope')
        ? (vault.caseload.get('envelope', 'envelope')?.madeAt ?? null)
        : null,
      lastCheck: lastCheckOf(vault),
    }
  },

  'security.changePassphrase': async ({ current, passphrase }, vault) => {
    if (passphrase.length < SHORTEST_PASSPHRASE) return refuse('passphrase-too-weak', 'passphrase')
    return (await vault.safekeeping.changePassphrase(current, passphrase, progressOf(vault))) ?? {}
  },

  'security.rotate': async ({ secret }, vault) => {
    const wrong = await vault.safekeeping.prove(secret)
    if (wrong !== null) return wrong
    await vault.safekeeping.rotate(progressOf(vault))
    return {}
  },

  'security.drawRecoveryKey': async ({ kind, secret }, vault) =>
    (await vault.safekeeping.prove(secret)) ?? vault.safekeeping.drawRecoveryKey(kind),

  'security.confirmRecoveryKey': async ({ recoveryKey }, vault) => {
    const slot = await vault.safekeeping.confirmRecoveryKey(recoveryKey, progressOf(vault))
    if (!('refused' in slot) && slot.kind === 'envelope')
      await vault.writeOutsideUndo([put('envelope', { id: 'envelope', madeAt: vault.safekeeping.now })])
    return slot
  },

  'security.removeSlot': async ({ slot, secret }, vault) => {
    const wrong = await vault.safekeeping.prove(secret)
    if (wrong !== null) return wrong
    return (await vault.safekeeping.removeSlot(slot, progressOf(vault))) ?? {}
  },

  'security.beginCheck': async ({ secret }, vault) => {
    const wrong = await vault.safekeeping.prove(secret)
    if (wrong !== null) return wrong
    return { steps: await vault.safekeeping.beginCheck(secret, vault.targets, vault.states) }
  },

  'security.checkNext': async (_input, vault) => {
    const step = await vault.safekeeping.nextOfCheck()
    if (step === null) return refuse('not-found')
    const { done, whole, targets } = step
    if (whole !== null) {
      // A place that was taken off the list in the meantime stays off it.
      const stillListed = targets.filter(({ id }) => vault.targets.some((target) => target.id === id))
      await vault.note([
        put('check', { ...whole, id: 'check' }),
        ...stillListed.map((target) => put('backup-target', target)),
      ])
    }
    return { done, whole }
  },

  'security.stopCheck': async (_input, vault) => {
    vault.safekeeping.stopCheck()
    return {}
  },
}
