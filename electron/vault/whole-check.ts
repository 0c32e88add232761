import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckedPart, type CheckFinding, type WholeCheck } from '#shared/contracts/safety-check.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { type CaseloadRecord } from './caseload-kinds.ts'
import { type VaultEnvironment } from './environment.ts'
import { isTargetThere } from './is-target-there.ts'
import {
  type Anchor,
  type AnchorsFound,
  compareWithAnchors,
  ofAnotherHistory,
  readAnchors,
} from './store/backup/anchors.ts'
import { answering, answeringDisk } from './store/backup/answering.ts'
import { readBackupName, shortVaultId } from './store/backup/backup-name.ts'
import { type BackupRefusal } from './store/backup/backup-refusal.ts'
import { deriveOnce } from './store/backup/derive-once.ts'
import { destroyedListName, readDestroyedList } from './store/backup/destroyed-list.ts'
import { type Drilled } from './store/backup/drill-backup.ts'
import { drillInTime, drillOrder } from './store/backup/drill-order.ts'
import { nodeDisk } from './store/node-disk.ts'
import { type Store } from './store/store.ts'

type Target = CaseloadRecord<'backup-target'>
type Step = () => Promise<void>
type Made = Target['made'][number]

/** The places, and the states in which the vault is known to have been, both as they are when they are asked for. */
export type Checked = { targets: () => readonly Target[]; known: () => readonly Anchor[] }

/** A place for backups as the check knows it so far; `target` is how it was when the check began. */
type Place = {
  target: Target
  isThere: boolean
  files: string[]
  anchors: AnchorsFound
  /** Its backups, and what was found of them so far. */
  backups: CheckedPart
}

/**
 * A check of everything that can be checked, in steps, so that the vault can do other things between them: the vault's
 * own files, then place by place what its backups vouch for, the list of what was destroyed, and every backup, opened to
 * its last record by a process that has nothing else.
 */
export class WholeCheckRun {
  readonly #store: Store
  readonly #environment: VaultEnvironment
  readonly #secret: TypedSecret
  readonly #checked: Checked
  readonly #signal: AbortSignal
  readonly #places: Place[] = []
  readonly #steps: Step[] = []
  readonly #parts: CheckedPart[] = []
  /** How a backup was found, and when that backup was made: another may have taken its name since. */
  readonly #found = new Map<string, { found: Made['found']; provenAt: string | undefined }>()
  #mended = false
  #done = 0

  private constructor(
    store: Store,
    environment: VaultEnvironment,
    secret: TypedSecret,
    checked: Checked,
    signal: AbortSignal,
  ) {
    this.#checked = checked
    this.#signal = signal
    this.#store = store
    this.#environment = { ...environment, kdf: deriveOnce(environment.kdf) }
    this.#secret = secret
  }

  /** Looks which backups there are, and so how long it will take. */
  static async begin(
    store: Store,
    environment: VaultEnvironment,
    secret: TypedSecret,
    checked: Checked,
    signal: AbortSignal,
  ): Promise<WholeCheckRun> {
    const run = new WholeCheckRun(store, environment, secret, checked, signal)
    run.#steps.push(() => run.#vault())
    for (const target of checked.targets()) await run.#plan(target)
    return run
  }

  get steps(): number {
    return this.#steps.length
  }

  /** Takes the next step; answers how many were taken, and with the last one everything that was found. */
  async next(): Promise<{ done: number; whole: WholeCheck | null }> {
    await this.#steps[this.#done]?.()
    this.#done += 1
    const isOver = this.#done >= this.#steps.length
    const whole = { at: this.#environment.now(), parts: this.#parts, mended: this.#mended }
    return { done: this.#done, whole: isOver ? whole : null }
  }

  /**
   * The places that were looked at, as they are to be remembered now: when each was seen, and which of its backups open.
   * What happened in them since the check began stays: backups that were made or taken away, and places taken off the list.
   */
  get targets(): Target[] {
    const now = this.#environment.now()
    return this.#checked.targets().flatMap((target) => {
      const place = this.#places.find((one) => one.target.id === target.id)
      if (place?.isThere !== true) return []
      const made = target.made.map((one) => ({ ...one, found: this.#foundOf(target, one) }))
      const newest = place.target.made.at(-1)
      const isDrilled =
        newest !== undefined && this.#found.get(pathOf(target, newest.fileName))?.found === 'good'
      return [{ ...target, made, lastSeenAt: now, lastDrillAt: isDrilled ? now : target.lastDrillAt }]
    })
  }

  /** A backup of another passphrase was not opened, and stays what it was; so does one that was made since. */
  #foundOf(target: Target, made: Made): Made['found'] {
    const judged = this.#found.get(pathOf(target, made.fileName))
    return judged?.provenAt === made.provenAt ? judged.found : made.found
  }

  /** What is remembered of a backup now, if anything. */
  #madeNow({ id }: Target, fileName: string): Made | undefined {
    const target = this.#checked.targets().find((one) => one.id === id)
    return target?.made.find((one) => one.fileName === fileName)
  }

  async #plan(target: Target): Promise<void> {
    const shortId = shortVaultId(this.#vaultId)
    const isThere = await isTargetThere(target)
    const names = isThere ? await answering(target.path, () => readdir(target.path)).catch(() => []) : []
    const known = target.made.map(({ fileName }) => fileName)
    const others = names.filter((name) => readBackupName(name)?.shortId === shortId && !known.includes(name))
    const files = isThere ? [...known, ...others.sort()] : []
    const backups: CheckedPart = { part: 'backups', place: target.name, count: files.length, findings: [] }
    const place = { target, isThere, files, anchors: { anchors: [], refused: [] }, backups }
    this.#places.push(place)
    this.#steps.push(() => this.#place(place), ...files.map((file) => () => this.#backup(place, file)))
  }

  get #vaultId(): Uint8Array {
    return Buffer.from(this.#store.state.vaultId, 'hex')
  }

  readonly #ledgerHash = (message: Uint8Array): Uint8Array => this.#store.keyedHash('ledger', message)

  async #vault(): Promise<void> {
    const { parts, mended } = await this.#store.check()
    this.#mended = mended
    for (const { part, count, findings } of parts) {
      const found = findings.map(({ finding, part: of }) => ({ finding, of }))
      this.#parts.push({ part, place: null, count, findings: found })
    }
  }

  async #place(place: Place): Promise<void> {
    const { target, backups } = place
    this.#parts.push(...(await this.#vouched(place)), backups)
    if (!place.isThere || !(await isTargetThere(target))) this.#lose(place)
  }

  /** What a place vouches for besides its backups; nothing when it is not there, or is not any more. */
  async #vouched(place: Place): Promise<CheckedPart[]> {
    const { target, isThere, files } = place
    if (!isThere || !(await isTargetThere(target))) return []
    place.anchors = await readAnchors(target.path, this.#vaultId, this.#ledgerHash)
    const { anchors } = place.anchors
    const isBehind =
      compareWithAnchors(this.#store.state, anchors) === 'rolled-back' ||
      ofAnotherHistory(this.#store.state, anchors, this.#checked.known()).length > 0
    const list = files.length > 0 ? [await this.#list(target)] : []
    if (!(await isTargetThere(target))) return []
    const findings = isBehind ? [{ finding: 'rolled-back' as const, of: 'vault' }] : []
    return [{ part: 'anchors', place: target.name, count: anchors.length, findings }, ...list]
  }

  /** A place that is out of reach, or is so since: no more of it is looked at, and nothing in it counts as gone. */
  #lose(place: Place): void {
    if (place.backups.findings.some(({ finding }) => finding === 'out-of-reach')) return
    place.isThere = false
    place.backups.findings.push({ finding: 'out-of-reach', of: place.target.name })
  }

  async #list({ path, name }: Target): Promise<CheckedPart> {
    const bytes = await answeringDisk(nodeDisk, path)
      .read(join(path, destroyedListName))
      .catch(() => undefined)
    const { list, hashes } = readDestroyedList(bytes, this.#vaultId, this.#ledgerHash)
    const known = new Set(this.#store.destroyedHashes().map(hex))
    const knowsMore = hashes.some((hash) => !known.has(hex(hash)))
    const finding = listFinding(list, knowsMore)
    const findings = finding === null ? [] : [{ finding, of: destroyedListName }]
    return { part: 'destroyed-list', place: name, count: hashes.length, findings }
  }

  async #backup(place: Place, fileName: string): Promise<void> {
    if (!place.isThere) return
    const finding = await this.#open(place, fileName)
    const isUnseen = finding === 'missing' || finding === 'not-opened'
    if (isUnseen && !(await isTargetThere(place.target))) return this.#lose(place)
    const provenAt = this.#madeNow(place.target, fileName)?.provenAt
    if (finding === 'missing' && provenAt === undefined) {
      // Taken away since the check began, because it need not be kept or held something that was destroyed.
      place.backups.count -= 1
      return
    }
    const path = pathOf(place.target, fileName)
    const found = foundBy(finding)
    if (found !== null) this.#found.set(path, { found, provenAt })
    if (finding !== null) place.backups.findings.push({ finding, of: fileName })
  }

  async #open({ target, anchors }: Place, fileName: string): Promise<CheckFinding | null> {
    const { kdf, drill } = this.#environment
    const order = await drillOrder(pathOf(target, fileName), this.#secret, kdf)
    const opened =
      'refused' in order ? order : await drillInTime(drill, order, this.#signal).catch(() => null)
    if (opened === null) return 'not-opened'
    const disowned = anchors.refused.find((one) => one.fileName === fileName)?.refusal
    if (disowned?.refused === 'other-vault' || disowned?.refused === 'tampered') return 'tampered'
    if ('refused' in opened) return findingOf(opened)
    return isUnderItsName(fileName, opened) ? null : 'tampered'
  }
}

/** What is to be remembered of a backup; nothing new where it could not be opened now. */
function foundBy(finding: CheckFinding | null): Made['found'] | null {
  if (finding === null) return 'good'
  if (finding === 'missing') return 'gone'
  return finding === 'other-secret' || finding === 'not-opened' ? null : 'spoiled'
}

const pathOf = (target: Target, fileName: string): string => join(target.path, fileName)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** A genuine backup under the name of another is somebody's work, and tells of another day than it says. */
function isUnderItsName(fileName: string, { stateNumber }: Drilled): boolean {
  return readBackupName(fileName)?.stateNumber === stateNumber
}

function listFinding(
  list: ReturnType<typeof readDestroyedList>['list'],
  knowsMore: boolean,
): CheckFinding | null {
  switch (list) {
    case 'whole':
      return knowsMore ? 'rolled-back' : null
    case 'none':
    case 'missing':
      return 'missing'
    case 'damaged':
    case 'tampered':
    case 'newer-format':
      return list
  }
}

function findingOf({ refused }: BackupRefusal): CheckFinding {
  switch (refused) {
    case 'no-backup':
      return 'missing'
    case 'damaged':
    case 'newer-format':
      return refused
    case 'wrong-passphrase':
    case 'wrong-recovery-key':
      return 'other-secret'
    case 'tampered':
    case 'other-vault':
    case 'not-a-backup':
    case 'older-state':
    case 'newer-state':
      return 'tampered'
  }
}
