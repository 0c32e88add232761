import { sameBytes } from './crypto/v1/checksum.ts'
import { type Header, mostSlots } from './crypto/v1/header.ts'
import { kdfWithinBounds, passphraseBytes } from './crypto/v1/kdf.ts'
import { readRecoveryKey, recoveryKeyText } from './crypto/v1/recovery-key.ts'
import { slotIdentity, slotKind, type SlotName } from './crypto/v1/slot.ts'
import { sodium } from './crypto/v1/sodium.ts'
import { keyMark } from './key-mark.ts'
import type { EpochPlan } from './next-epoch.ts'
import type { NewRecoverySlot, PassphraseChange, Progress, SlotRefusal } from './opened-store.ts'
import type { StoreParts } from './store-parts.ts'

/** The slots of a header that this version knows, lowest number first. */
export function slotNames(header: Header): SlotName[] {
  const names = header.slots.map((slot) => ({ slot: slot.number, kind: slotKind(slot) }))
  return names
    .filter((name): name is SlotName => name.kind !== undefined)
    .sort((one, other) => one.slot - other.slot)
}

const lowestFreeNumber = ({ slots }: Header): number => {
  const taken = new Set(slots.map(({ number }) => number))
  let number = 1
  while (taken.has(number)) number += 1
  return number
}

/** Derives the new passphrase's secret and plans the epoch in which it stands in the place of the old one. */
export async function planForPassphrase(
  { header, random }: Pick<StoreParts, 'header' | 'random'>,
  { passphrase, params, kdf, at }: PassphraseChange,
): Promise<EpochPlan> {
  if (!kdfWithinBounds(params)) throw new RangeError('Argon2id parameters out of bounds')
  const salt = random(16)
  const secret = await kdf(passphraseBytes(passphrase), salt, params)
  const old = slotNames(header).find(({ kind }) => kind === 'passphrase')
  const number = old?.slot ?? lowestFreeNumber(header)
  return { at, admit: { number, kind: 'passphrase', secret }, cost: { kdf: params, salt } }
}

/** Draws a recovery key for the lowest free number; `renew` begins the epoch in which it opens the vault. */
export function drawRecoverySlot(
  parts: StoreParts,
  kind: 'recovery' | 'envelope',
  renew: (plan: EpochPlan, progress?: Progress) => Promise<void>,
): NewRecoverySlot | SlotRefusal {
  if (parts.header.slots.length >= mostSlots) return { refused: 'no-room-for-slot' }
  const slot = lowestFreeNumber(parts.header)
  const secret = parts.random(32)
  return {
    slot,
    recoveryKeyText: recoveryKeyText(secret),
    mark: keyMark(slotIdentity(slot, kind, secret).identity.publicKey),
    confirm: async (typed, at, progress) => {
      const read = readRecoveryKey(typed)
      if (!(read instanceof Uint8Array)) return read
      if (!sameBytes(read, secret)) return { refused: 'wrong-recovery-key', groups: [] }
      if (parts.header.slots.some(({ number }) => number === slot))
        throw new Error('a recovery key is let in once, and one at a time')
      await renew({ at, admit: { number: slot, kind, secret: read } }, progress)
      sodium().memzero(secret)
      return { confirmed: true }
    },
  }
}

/** Why a slot may not be removed; nothing when it may. */
export function refusesRemoval(header: Header, slot: number): SlotRefusal | undefined {
  const names = slotNames(header)
  const named = names.find((one) => one.slot === slot)
  if (!named) return { refused: 'no-such-slot' }
  if (named.kind === 'passphrase') return { refused: 'passphrase-stays' }
  const others = names.filter(({ kind }) => kind !== 'passphrase')
  return others.length === 1 ? { refused: 'last-recovery-key' } : undefined
}
