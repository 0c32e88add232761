import { epochHead } from './crypto/v1/frame.ts'
import { type Header, parseHeader } from './crypto/v1/header.ts'
import type { KdfParams } from './crypto/v1/kdf.ts'
import type { SlotIdentity, SlotKind } from './crypto/v1/slot.ts'
import { sodium } from './crypto/v1/sodium.ts'
import { type Content, type StoredRecord, withoutDestroyed } from './content.ts'
import type { Keyring } from './keyring.ts'

/** What will be different once the next epoch has begun; everything not named stays. */
export type EpochPlan = {
  /** ISO instant, kept as that of the last change. */
  at: string
  /** A secret of 32 bytes to let in, wiped once it was; with the number of a slot that is there, in its place. */
  admit?: { number: number; kind: SlotKind; secret: Uint8Array }
  /** What the passphrase costs from now on, when it is what is let in. */
  cost?: { kdf: KdfParams; salt: Uint8Array }
  /** The number of a slot to let in no longer. */
  expel?: number
  /** Scopes of which records, keys and all earlier copies go. */
  destroy?: readonly string[]
  /** Hashes of scopes that were destroyed in a later state of this vault: they go too. */
  remember?: readonly Uint8Array[]
  /** Records that are there from the first instant of the epoch on; it gives them their version. */
  put?: readonly Omit<StoredRecord, 'version'>[]
}

/** All that changes between two epochs, in memory alone. */
export type NextEpoch = { keyring: Keyring; header: Header; headerBytes: Uint8Array; content: Content }

/**
 * Prepares a new epoch: a new vault key sealed to every slot without its secret, new keys for all scopes, and a
 * state number and head of its own, so that an anchor tells it from the state before.
 */
export function nextEpoch(current: NextEpoch, plan: EpochPlan): NextEpoch {
  const { header, content } = current
  const destroyed = [...(plan.remember ?? []), ...(plan.destroy ?? []).map(current.keyring.destroyedHash)]
  const { records } = withoutDestroyed(content, (scope) => current.keyring.isDestroyed(scope, destroyed))
  const stateNumber = content.stateNumber + 1
  for (const record of plan.put ?? []) {
    if (current.keyring.isDestroyed(record.scope, destroyed)) throw new TypeError('a scope was destroyed')
    records.set(record.id, { ...record, version: stateNumber })
  }
  const keyring = current.keyring.next(new Set([...records.values()].map(({ scope }) => scope)))
  keyring.rememberDestroyed(destroyed)
  let slots: SlotIdentity[] = header.slots.filter(({ number }) => number !== plan.expel)
  if (plan.expel !== undefined) keyring.expel(plan.expel)
  if (plan.admit) {
    const { number, kind, secret } = plan.admit
    slots = [...slots.filter((slot) => slot.number !== number), keyring.admit(number, kind, secret)]
    sodium().memzero(secret)
  }
  const { kdf, salt } = plan.cost ?? header
  const headerBytes = keyring.sealHeader({ sequence: header.sequence + 1, kdf, salt, slots })
  const parsed = parseHeader(headerBytes)
  if (parsed.found !== 'header') throw new Error('a header that does not read back')
  const head = epochHead(content.head, headerBytes)
  return {
    keyring,
    header: parsed.header,
    headerBytes,
    content: { records, stateNumber, head, lastChangeAt: plan.at },
  }
}
