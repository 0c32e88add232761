import { sameBytes } from './crypto/v1/checksum.ts'
import type { Entry, EntryChange } from './crypto/v1/entry.ts'
import { frameHash, type JournalPiece, scanFrames } from './crypto/v1/frame.ts'
import { journalHeadBytes, parseJournalHead } from './crypto/v1/journal-head.ts'
import { type Content, frozenJson } from './content.ts'
import type { Finding } from './finding.ts'
import type { Keyring } from './keyring.ts'

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

type Frame = JournalPiece & { found: 'frame' }

/** Frames that stand behind one of the same or a later number, where no writer puts them. */
function misplaced(pieces: readonly JournalPiece[]): Set<JournalPiece> {
  const late = new Set<JournalPiece>()
  let highest = 0
  for (const piece of pieces) {
    if (piece.found !== 'frame') continue
    if (piece.head.sequence <= highest) late.add(piece)
    highest = Math.max(highest, piece.head.sequence)
  }
  return late
}

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
  /** The highest number that a damaged frame used up. */
  #used = 0
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
    const pieces = [...scanFrames(bytes, Math.min(journalHeadBytes, bytes.length))]
    const late = misplaced(pieces)
    for (const piece of this.#inTurn(pieces)) {
      if (piece.found === 'torn') this.torn = true
      else if (piece.found === 'unreadable') this.#find('damaged', name)
      else this.#frame(piece, late.has(piece))
    }
  }

  /** To be called after the last journal: the number of a damaged entry is not given out again. */
  end(): void {
    this.#content.stateNumber = this.#last
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

  get #last(): number {
    return Math.max(this.#content.stateNumber, this.#used)
  }

  /**
   * Frames in the order in which each names the one before, as far as they do; all else as it stands. Somebody who
   * repeats or exchanges entries must not undo others by that: not one that removes a record, either.
   */
  *#inTurn(pieces: readonly JournalPiece[]): Generator<JournalPiece, void> {
    const followers = new Map<string, Set<JournalPiece>>()
    for (const piece of pieces) {
      if (piece.found !== 'frame' || !piece.intact) continue
      const previous = toHex(piece.head.previous)
      const those = followers.get(previous) ?? new Set()
      followers.set(previous, those.add(piece))
    }
    const taken = new Set<JournalPiece>()
    for (const piece of pieces) {
      // Looked up anew each time: applying one is what changes the head.
      for (let those = followers.get(this.#head); those?.size; those = followers.get(this.#head)) {
        const [follower] = those
        if (!follower) break
        those.delete(follower)
        if (taken.has(follower)) continue
        taken.add(follower)
        yield follower
      }
      if (taken.has(piece)) continue
      taken.add(piece)
      yield piece
    }
  }

  get #head(): string {
    return toHex(this.#content.head)
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
    const { stateNumber } = this.#content
    const goesOn = head.stateNumber === stateNumber && sameBytes(head.head, this.#content.head)
    if (head.stateNumber > this.#last) this.#gap(head.stateNumber)
    else if (!goesOn && !this.#broken) this.#find('tampered', name)
  }

  /** States after ours up to and including `last` are not there, unless they were named already. */
  #gap(last: number): void {
    const first = this.#last + 1
    const part = first === last ? `state-${first}` : `state-${first}-to-${last}`
    if (!this.findings.some((found) => found.part === part)) this.#find('missing', part)
  }

  #frame({ frame, head, sealed, intact }: Frame, isLate: boolean): void {
    const { sequence, previous } = head
    const part = `state-${sequence}`
    const hash = frameHash(frame)
    if (!intact) {
      this.#find('damaged', part)
      // Its number is used up; a number that is not the next is nobody's word, for no seal vouches for it.
      if (sequence === this.#last + 1) this.#used = sequence
      return
    }
    const { stateNumber } = this.#content
    const follows = sameBytes(previous, this.#content.head)
    // A number that was used up is still that of the entry which follows: what was damaged may be a copy of it.
    const isNext = sequence > (follows ? stateNumber : this.#last) && !this.#rejected.has(toHex(previous))
    const isFork = sequence === stateNumber + 1 && !follows
    const entry =
      isNext && (this.#broken || !isFork) ? this.#keyring.openEntry(sealed, sequence, previous) : undefined
    if (!entry) {
      // One that was applied before does not make those wrong that follow it.
      if (!sameBytes(hash, this.#content.head)) this.#rejected.add(toHex(hash))
      return this.#find('tampered', part)
    }
    // Gone from its place, and put where no writer puts it.
    if (isLate) for (const finding of ['missing', 'tampered'] as const) this.#find(finding, part)
    if (sequence > this.#last + 1) this.#gap(sequence - 1)
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
