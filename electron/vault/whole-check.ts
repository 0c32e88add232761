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
import { readBackupName, shortVaultId } from './store/backup/backup-name.ts'
import { type BackupRefusal } from './store/backup/backup-refusal.ts'
import { deriveOnce } from './store/backup/derive-once.ts'
import { destroyedListName, readDestroyedList } from './store/backup/destroyed-list.ts'
import { type Drilled } from './store/backup/drill-backup.ts'
import { drillOrder } from './store/backup/drill-order.ts'
import { nodeDisk } from './store/node-disk.ts'
import { type Store } from './store/store.ts'

type Target = CaseloadRecord<'backup-target'>
type Step = () => Promise<void>
type Made = Target['made'][number]

/** A place for backups as the check knows it so far. */
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
  readonly #known: readonly Anchor[]
  readonly #places: Place[] = []
  readonly #steps: Step[] = []
  readonly #parts: CheckedPart[] = []
  readonly #found = new Map<string, Made['found']>()
  #mended = false
  #done = 0

  private constructor(
    store: Store,
    environment: VaultEnvironment,
    secret: TypedSecret,
    known: readonly Anchor[],
  ) {
    this.#known = known
    this.#store = store
    this.#environment = { ...environment, kdf: deriveOnce(environment.kdf) }
    this.#secret = secret
  }

  /** Looks which backups there are, and so how long it will take. `known` are states in which the vault is known to have been. */
  static async begin(
    store: Store,
    environment: VaultEnvironment,
    secret: TypedSecret,
    { targets, known }: { targets: readonly Target[]; known: readonly Anchor[] },
  ): Promise<WholeCheckRun> {
    const run = new WholeCheckRun(store, environment, secret, known)
    run.#steps.push(() => run.#vault())
    for (const target of targets) await run.#plan(target)
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

  /** The places as they are to be remembered after the check: when each was seen, and which of its backups open. */
  get targets(): Target[] {
    const now = this.#environment.now()
    return this.#places
      .filter(({ isThere }) => isThere)
      .map(({ target }) => {
        const made = target.made.map((one) => ({ ...one, found: this.#foundOf(target, one) }))
        const newest = target.made.at(-1)
        const isDrilled = newest !== undefined && this.#found.get(pathOf(target, newest.fileName)) === 'good'
        return { ...target, made, lastSeenAt: now, lastDrillAt: isDrilled ? now : target.lastDrillAt }
      })
  }

  /** A backup of another passphrase was not opened, and stays what it was. */
  #foundOf(target: Target, made: Made): Made['found'] {
    return this.#found.get(pathOf(target, made.fileName)) ?? made.found
  }

  async #plan(target: Target): Promise<void> {
    const shortId = shortVaultId(this.#vaultId)
    const names = await readdir(target.path).catch(() => [])
    const known = target.made.map(({ fileName }) => fileName)
    const others = names.filter((name) => readBackupName(name)?.shortId === shortId && !known.includes(name))
    const isThere = await isTargetThere(target)
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
    const { target, isThere, files, backups } = place
    if (!isThere) {
      backups.findings.push({ finding: 'out-of-reach', of: target.name })
      this.#parts.push(backups)
      return
    }
    place.anchors = await readAnchors(target.path, this.#vaultId, this.#ledgerHash)
    const { anchors } = place.anchors
    const isBehind =
      compareWithAnchors(this.#store.state, anchors) === 'rolled-back' ||
      ofAnotherHistory(this.#store.state, anchors, this.#known).length > 0
    this.#parts.push({
      part: 'anchors',
      place: target.name,
      count: anchors.length,
      findings: isBehind ? [{ finding: 'rolled-back', of: 'vault' }] : [],
    })
    if (files.length > 0) this.#parts.push(await this.#list(target))
    this.#parts.push(backups)
  }

  async #list({ path, name }: Target): Promise<CheckedPart> {
    const bytes = await nodeDisk.read(join(path, destroyedListName)).catch(() => undefined)
    const { list, hashes } = readDestroyedList(bytes, this.#vaultId, this.#ledgerHash)
    const known = new Set(this.#store.destroyedHashes().map(hex))
    const knowsMore = hashes.some((hash) => !known.has(hex(hash)))
    const finding = listFinding(list, knowsMore)
    const findings = finding === null ? [] : [{ finding, of: destroyedListName }]
    return { part: 'destroyed-list', place: name, count: hashes.length, findings }
  }

  async #backup(place: Place, fileName: string): Promise<void> {
    const finding = await this.#open(place, fileName)
    const path = pathOf(place.target, fileName)
    if (finding === null) this.#found.set(path, 'good')
    else if (finding === 'missing') this.#found.set(path, 'gone')
    else if (finding !== 'other-secret' && finding !== 'not-opened') this.#found.set(path, 'spoiled')
    if (finding !== null) place.backups.findings.push({ finding, of: fileName })
  }

  async #open({ target, anchors }: Place, fileName: string): Promise<CheckFinding | null> {
    const { kdf, drill } = this.#environment
    const order = await drillOrder(pathOf(target, fileName), this.#secret, kdf)
    const opened = 'refused' in order ? order : await drill(order).catch(() => null)
    if (opened === null) return 'not-opened'
    const disowned = anchors.refused.find((one) => one.fileName === fileName)?.refusal
    if (disowned?.refused === 'other-vault' || disowned?.refused === 'tampered') return 'tampered'
    if ('refused' in opened) return findingOf(opened)
    return isUnderItsName(fileName, opened) ? null : 'tampered'
  }
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
