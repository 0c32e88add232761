import { sameBytes } from './crypto/v1/checksum.ts'
import { type Header, parseHeader } from './crypto/v1/header.ts'
import { type Kdf, kdfWithinBounds, passphraseBytes } from './crypto/v1/kdf.ts'
import { readRecoveryKey } from './crypto/v1/recovery-key.ts'
import type { Dice } from './crypto/v1/seal.ts'
import { unwrapVaultKey, slotKind, type SlotName, slotsFor } from './crypto/v1/slot.ts'
import { sodium } from './crypto/v1/sodium.ts'
import { type Finding, refuseFor, type VaultRefusal } from './finding.ts'
import { Keyring } from './keyring.ts'
import type { SeenSnapshot } from './seen-snapshots.ts'
import { headerNames, snapshotName, type VaultImage } from './vault-files.ts'

/** What opens a vault; the recovery key as it was typed. */
export type Secret = { passphrase: string } | { recoveryKey: string }

type Candidate = { part: string; header: Header; bytes: Uint8Array; knownKdf: boolean }

/** All headers of a folder that could be read, the newest first, and what was wrong with the others. */
export type HeadersFound = {
  candidates: Candidate[]
  findings: Finding[]
  newerFormat: { format: number; part: string } | undefined
}

/** Looks at both header files and the copy in every snapshot. */
export function findHeaders(image: VaultImage, snapshots: Map<number, SeenSnapshot>): HeadersFound {
  const found: HeadersFound = { candidates: [], findings: [], newerFormat: undefined }
  const look = (part: string, bytes: Uint8Array | undefined, isFile: boolean): void => {
    const parsed = bytes ? parseHeader(bytes) : undefined
    if (parsed?.found === 'header') found.candidates.push({ part, ...parsed })
    else if (parsed?.found === 'newer-format') found.newerFormat = { format: parsed.format, part }
    else if (isFile) found.findings.push({ finding: parsed ? 'damaged' : 'missing', part })
  }
  for (const name of headerNames) look(name, image.get(name), true)
  for (const [generation, { headerBytes }] of [...snapshots].reverse())
    look(snapshotName(generation), headerBytes, false)
  found.candidates.sort((one, other) => other.header.sequence - one.header.sequence)
  return found
}

export type Unlocked = {
  keyring: Keyring
  header: Header
  headerBytes: Uint8Array
  openedWith: SlotName
  findings: Finding[]
}

/** Derives the 32 bytes that a header's slots ask for; the same passphrase and salt only once. */
function secretSource(secret: Secret, kdf: Kdf): VaultRefusal | ((header: Header) => Promise<Uint8Array>) {
  if ('recoveryKey' in secret) {
    const key = readRecoveryKey(secret.recoveryKey)
    return key instanceof Uint8Array ? () => Promise.resolve(key) : key
  }
  const passphrase = passphraseBytes(secret.passphrase)
  const derived = new Map<string, Promise<Uint8Array>>()
  return (header) => {
    const name = derivationOf(header)
    const already = derived.get(name) ?? kdf(passphrase, header.salt, header.kdf)
    derived.set(name, already)
    return already
  }
}

const derivationOf = ({ kdf, salt }: Header): string =>
  `${kdf.memoryKiB}/${kdf.passes}/${Buffer.from(salt).toString('hex')}`

/** An epoch that is being begun asks for one derivation, the one before for another; the third is for good measure. */
const mostOtherDerivations = 3

/**
 * The headers for which a passphrase is derived: those in the header files, and of copies in snapshots that ask for
 * another derivation the three cheapest. Anybody can put hundreds there, each of which would take many seconds.
 */
function affordable(candidates: Candidate[]): Candidate[] {
  const isTried = ({ knownKdf, header }: Candidate): boolean => knownKdf && kdfWithinBounds(header.kdf)
  const isFile = ({ part }: Candidate): boolean => !part.startsWith('snapshot')
  const files = new Set(candidates.filter(isFile).map(({ header }) => derivationOf(header)))
  const cost = ({ header: { kdf } }: Candidate): number => kdf.memoryKiB * kdf.passes
  const cheapest = candidates.filter(isTried).sort((one, other) => cost(one) - cost(other))
  const others = new Set(cheapest.map(({ header }) => derivationOf(header)).filter((one) => !files.has(one)))
  const asked = new Set([...files, ...[...others].slice(0, mostOtherDerivations)])
  return candidates.filter((one) => !isTried(one) || asked.has(derivationOf(one.header)))
}

async function tryHeader(
  { header, bytes, knownKdf }: Candidate,
  use: 'passphrase' | 'recoveryKey',
  derive: (header: Header) => Promise<Uint8Array>,
  random: Dice,
): Promise<
  | { keyring: Keyring; openedWith: SlotName }
  | { failed: unknown }
  | 'wrong-secret'
  | 'out-of-bounds'
  | 'tampered'
> {
  // Before anything is allocated: whoever lowers the cost makes guessing cheap, whoever raises it stops the computer.
  if (!knownKdf || !kdfWithinBounds(header.kdf)) return 'out-of-bounds'
  const secret = await derive(header).catch((failed: unknown) => ({ failed }))
  if ('failed' in secret) return secret
  for (const slot of slotsFor(header.slots, use)) {
    const vaultKey = unwrapVaultKey(slot, secret, header)
    if (vaultKey === 'tampered') return 'tampered'
    const kind = slotKind(slot)
    if (vaultKey === 'wrong-secret' || !kind) continue
    const keyring = new Keyring(header.vaultId, header.epoch, vaultKey, random)
    sodium().memzero(vaultKey)
    if (keyring.headerFits(bytes)) return { keyring, openedWith: { slot: slot.number, kind } }
    keyring.wipe()
    return 'tampered'
  }
  return 'wrong-secret'
}

/**
 * Opens the newest header that the secret opens. A header of the next epoch that is genuine and does not open with
 * it means that the secret was replaced: then the answer is the wrong secret, whatever an older copy would say.
 */
export async function unlock(
  { candidates: all, findings: found, newerFormat }: HeadersFound,
  secret: Secret,
  kdf: Kdf,
  random: Dice,
): Promise<Unlocked | VaultRefusal> {
  const use = 'passphrase' in secret ? 'passphrase' : 'recoveryKey'
  const candidates = use === 'passphrase' ? affordable(all) : all
  const wrong: VaultRefusal =
    use === 'passphrase' ? { refused: 'wrong-passphrase' } : { refused: 'wrong-recovery-key', groups: [] }
  const derive = secretSource(secret, kdf)
  if (typeof derive !== 'function') return derive
  if (candidates.length === 0) return refuseFor('damaged', found)
  const strangers: Candidate[] = []
  const spoiled: Candidate[] = []
  let fitted = false
  // The memory for one may not be to be had, which says nothing of the others.
  const failures: { bytes: Uint8Array; failed: unknown }[] = []
  for (const [index, candidate] of candidates.entries()) {
    if (candidates.slice(0, index).some(({ bytes }) => sameBytes(bytes, candidate.bytes))) continue
    const result = await tryHeader(candidate, use, derive, random)
    if (result === 'tampered') fitted = true
    if (typeof result === 'object' && 'failed' in result) {
      failures.push({ ...result, bytes: candidate.bytes })
      continue
    }
    if (result === 'wrong-secret') strangers.push(candidate)
    else if (result === 'tampered' || result === 'out-of-bounds') spoiled.push(candidate)
    else {
      const { keyring } = result
      if (strangers.some(({ bytes }) => keyring.headerFits(bytes) || keyring.isNextHeader(bytes))) {
        keyring.wipe()
        return wrong
      }
      const untold = failures.find(({ bytes }) => keyring.isNextHeader(bytes))
      const next = all.find((one) => !candidates.includes(one) && keyring.isNextHeader(one.bytes))
      if (untold || next) keyring.wipe()
      if (untold) throw untold.failed
      // Dear or not, it is genuine.
      if (next)
        return unlock({ candidates: [next, candidate], findings: found, newerFormat }, secret, kdf, random)
      return { ...result, header: candidate.header, headerBytes: candidate.bytes, findings: found }
    }
  }
  const [failure] = failures
  if (failure) throw failure.failed
  if (strangers.length > 0 && !fitted) return wrong
  return refuseFor('tampered', [
    ...found,
    ...spoiled.map(({ part }): Finding => ({ finding: 'tampered', part })),
  ])
}

/** Whether a secret opens this very header, which is in memory: what lies on the disk may have been exchanged. */
export async function secretOpens(
  header: Header,
  bytes: Uint8Array,
  secret: Secret,
  kdf: Kdf,
  random: Dice,
): Promise<VaultRefusal | undefined> {
  const candidates = [{ part: 'header', header, bytes, knownKdf: true }]
  const result = await unlock({ candidates, findings: [], newerFormat: undefined }, secret, kdf, random)
  if ('refused' in result) return result
  result.keyring.wipe()
  return undefined
}
