import { isOpen } from '#shared/casework/destruction.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { put } from '../caseload.ts'
import { type Progress } from '../store/opened-store.ts'
import { type Unlocked } from '../unlocked.ts'
import { type Handlers } from './handler.ts'

/** Shorter than this is refused whatever it says; the screen judges strength and warns before. */
export const SHORTEST_PASSPHRASE = 10

function progressOf(vault: Unlocked): Progress {
  return (done, total) => vault.emit({ event: 'progress', task: 'keys', done, total })
}

const latest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce<string | null>(
    (last, one) => (one !== null && (last === null || one > last) ? one : last),
    null,
  )

/** How safe the vault is, and its keys. */
export const securityHandlers: Handlers<
  | 'security.overview'
  | 'security.changePassphrase'
  | 'security.rotate'
  | 'security.drawRecoveryKey'
  | 'security.confirmRecoveryKey'
  | 'security.removeSlot'
> = {
  'security.overview': async (_input, vault) => {
    const targets = vault.caseload.all('backup-target')
    const newest = Math.max(-1, ...targets.flatMap(({ made }) => made.map(({ stateNumber }) => stateNumber)))
    return {
      targets: await Promise.all(
        targets.map(async (target) => ({
          id: target.id,
          name: target.name,
          addedAt: target.addedAt,
          isThere: await vault.safekeeping.isThere(target),
          lastSeenAt: target.lastSeenAt,
          lastProvenAt: target.made.at(-1)?.provenAt ?? null,
          backups: target.made.length,
        })),
      ),
      lastProvenAt: latest(targets.map(({ made }) => made.at(-1)?.provenAt ?? null)),
      lastDrillAt: latest(targets.map(({ lastDrillAt }) => lastDrillAt)),
      isBackedUp: newest >= vault.caseload.lastWork,
      slots: vault.safekeeping.slots,
      records: vault.safekeeping.records,
      openDestructions: vault.caseload.all('destruction').filter(isOpen).length,
      envelopeMadeAt: vault.caseload.get('envelope', 'envelope')?.madeAt ?? null,
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
}
