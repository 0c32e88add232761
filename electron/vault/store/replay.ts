import { sameBytes } from './crypto/v1/checksum.ts'
import type { Entry, EntryChange } from './crypto/v1/entry.ts'
import { frameHash, type JournalPiece, scanFrames } from './crypto/v1/frame.ts'
import { journalHeadBytes, parseJournalHead } from './crypto/v1/journal-head.ts'
import { type Content, frozenJson } from './content.ts'
import type { Finding } from './finding.ts'
import type { Keyring } from './keyring.ts'

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/**
 * Applies journals to a snapshot's content, in order. What does not open is named and passed over; what comes
 * after it is still applied, for every entry brings whole records, and it is sealed with its own place.
 */
export class Replay {
  readonly findings: Finding[] = []
  /** A last frame that was never answered was cut short. */
  torn = false
  /** The journals in which something was found. */
  readonly spoiled = new Set<string>()
  readonly #content: Content
  readonly #keyring: Keyring
  readonly #rejected = new Set<string>()
  #broken = false
  #name = ''

  constructor(content: Content, keyring: Keyring) {
    this.#content = content
    this.#keyring = keyring
  }

  /** Applies one journal; `name` is only for naming what is wrong with it. */
  journal(name: string, generation: number, bytes: Uint8Array): void {
    this.#name = name
    this.#checkHead(name, generation, bytes)
    for (const piece of scanFrames(bytes, Math.min(journalHeadBytes, bytes.length))) {
      if (piece.found === 'torn') this.torn = true
      else if (piece.found === 'unreadable') this.#find('damaged', name)
      else this.#frame(piece)
    }
  }

  /**
   * Applies a journal beyond a gap in the numbers. With an entry that opens it is ours, and `gap`, the journal that
   * would have led to it, is missing; without one it is somebody's.
   */
  apart(name: string, generation: number, bytes: Uint8Array, gap: string): void {
    const { stateNumber } = this.#content
    const found = this.findings.length
    this.journal(name, generation, bytes)
    if (this.#content.stateNumber === stateNumber) {
      if (this.findings.length === found) this.#find('tampered', name)
    } else if (!this.findings.some(({ part }) => part === gap)) this.#find('missing', gap)
  }

  missing(name: string): void {
    this.#find('missing', name)
  }

  #find(finding: Finding['finding'], part: string): void {
    this.spoiled.add(this.#name)
    this.findings.push({ finding, part })
    this.#broken = true
  }

  #checkHead(name: string, generation: number, bytes: Uint8Array): void {
    const parsed = parseJournalHead(bytes)
    if (parsed.found !== 'journal') return this.#find('damaged', name)
    const { head } = parsed
    const ours =
      sameBytes(head.vaultId, this.#keyring.vaultId) &&
      head.epoch === this.#keyring.epoch &&
      head.generation === generation
    if (!ours) return this.#find('tampered', name)
    if (head.stateNumber > this.#content.stateNumber) this.#gap(head.stateNumber)
    else if (!sameBytes(head.head, this.#content.head) && !this.#broken) this.#find('tampered', name)
  }

  /** States after ours up to and including `last` are not there, unless they were named already. */
  #gap(last: number): void {
    const first = this.#content.stateNumber + 1
    const part = first === last ? `state-${first}` : `state-${first}-to-${last}`
    if (!this.findings.some((found) => found.part === part)) this.#find('missing', part)
  }

  #frame({ frame, head, sealed, intact }: JournalPiece & { found: 'frame' }): void {
    const { sequence, previous } = head
    const part = `state-${sequence}`
    const hash = frameHash(frame)
    if (!intact) {
      this.#find('damaged', part)
      // Its number is used up; a number that is not the next is nobody's word, for no seal vouches for it.
      if (sequence === this.#content.stateNumber + 1) this.#content.stateNumber = sequence
      return
    }
    const isNext = sequence > this.#content.stateNumber && !this.#rejected.has(toHex(previous))
    const isFork = sequence === this.#content.stateNumber + 1 && !sameBytes(previous, this.#content.head)
    const entry =
      isNext && (this.#broken || !isFork) ? this.#keyring.openEntry(sealed, sequence, previous) : undefined
    if (!entry) {
      this.#rejected.add(toHex(hash))
      return this.#find('tampered', part)
    }
    if (sequence > this.#content.stateNumber + 1) this.#gap(sequence - 1)
    this.#apply(entry, sequence)
    this.#content.stateNumber = sequence
    this.#content.head = hash
  }

  #apply(entry: Entry, sequence: number): void {
    const keys = this.#keyring.openNewKeys(entry.newKeys, sequence)
    if (keys) this.#keyring.adopt(keys)
    else this.#find('tampered', `state-${sequence}`)
    for (const change of entry.changes) this.#change(change, sequence)
    this.#content.lastChangeAt = entry.at
  }

  #change(change: EntryChange, sequence: number): void {
    if (change.change === 'remove') {
      this.#content.records.delete(change.id)
      return
    }
    const { keyId: _, ...named } = change.ref
    const json = named.version === sequence ? this.#keyring.openRecord(change.ref, change.sealed) : undefined
    if (json === undefined) {
      // After a lost entry the key of the scope may be what was lost.
      this.#find(this.#broken ? 'damaged' : 'tampered', `record-${named.id}`)
      return
    }
    this.#content.records.set(named.id, { ...named, body: frozenJson(json) })
  }
}
