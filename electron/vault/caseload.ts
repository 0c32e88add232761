import { entryOrder } from '#shared/casework/entry-order.ts'
import { type DraftAbout } from '#shared/contracts/draft-about.ts'
import { type VaultState } from '#shared/contracts/working-set-rows.ts'
import { broughtUpToDate, NewerRecord, schemaOf } from './migrations.ts'
import { type Progress } from './store/opened-store.ts'
import { type Store } from './store/store.ts'
import {
  caseloadKinds,
  type CaseloadKind,
  type CaseloadRecord,
  draftScope,
  type KindedRecord,
  personsScope,
  scopeOf,
} from './caseload-kinds.ts'

/** One record before and after a commit; `null` where there was or is none. */
export type Written = {
  kind: CaseloadKind
  id: string
  before: KindedRecord | null
  after: KindedRecord | null
}

/** What a handler wants written: made by `put` and `remove` alone, so that kind and value always fit. */
export type Intention = { kind: CaseloadKind; id: string; after: KindedRecord | null }

/** Write this record of this kind, new or over what was there. */
export function put<Kind extends CaseloadKind>(kind: Kind, value: CaseloadRecord<Kind>): Intention {
  // The pair is sound by the signature; TypeScript cannot follow a union of pairs through a generic.
  return { kind, id: value.id, after: { kind, value } as KindedRecord }
}

/** Remove the record of this kind and id. */
export function remove(kind: CaseloadKind, id: string): Intention {
  return { kind, id, after: null }
}

/** What takes time and stands on a day. */
type Work = CaseloadRecord<'entry'> | CaseloadRecord<'activity'>

/** Records about the keeping itself, which no backup is needed for: they say where backups are and what is gone. */
const BOOKKEEPING: ReadonlySet<CaseloadKind> = new Set([
  'backup-target',
  'destruction',
  'history',
  'envelope',
  'check',
])

/**
 * The opened caseload: every record of the vault, parsed, by kind. Reads come from memory, writes go through the
 * store first and show in memory only after they are on the disk.
 */
export class Caseload {
  readonly #store: Store
  readonly #byKind = new Map<CaseloadKind, Map<string, KindedRecord>>()
  readonly #entriesOfCase = new Map<string, Set<string>>()
  readonly #workOfDay = new Map<string, Map<string, Work>>()
  readonly #outdated: { kind: CaseloadKind; id: string }[] = []
  #lastWork = 0
  /** The number in the scope of what is being typed now. */
  #drafts: number

  /** Parses everything that the store opened; a record that no longer fits its schema throws, naming kind and field. */
  constructor(store: Store) {
    this.#store = store
    this.#drafts = this.#firstNotDestroyed(draftScope)
    for (const kind of Object.keys(caseloadKinds) as CaseloadKind[]) this.#byKind.set(kind, new Map())
    for (const stored of store.all()) {
      const kind = stored.kind as CaseloadKind
      const schema = caseloadKinds[kind] as (typeof caseloadKinds)[CaseloadKind] | undefined
      if (schema === undefined) throw new NewerRecord(`a kind of a later version: ${stored.kind}`)
      const { body, isMigrated } = broughtUpToDate(stored)
      const parsed = schema.safeParse(body)
      if (!parsed.success)
        throw new Error(
          `record of kind ${kind} does not fit: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
        )
      const record = { kind, value: parsed.data } as KindedRecord
      this.#remember(record)
      if (!BOOKKEEPING.has(kind)) this.#lastWork = Math.max(this.#lastWork, stored.version)
      if (isMigrated) this.#outdated.push({ kind, id: record.value.id })
    }
  }

  /**
   * Records that were read in an earlier shape, as they are now: to be written anew once a backup of the earlier one is
   * proven.
   */
  get outdated(): readonly Intention[] {
    return this.#outdated.flatMap(({ kind, id }) => {
      const after = this.#byKind.get(kind)?.get(id)
      return after === undefined ? [] : [{ kind, id, after }]
    })
  }

  /** Number and moment of the last change. */
  get state(): VaultState {
    const { stateNumber, lastChangeAt } = this.#store.state
    return { stateNumber, lastChangeAt }
  }

  /** The state in which the caseload itself changed last: a backup of that state or a later one holds all of it. */
  get lastWork(): number {
    return this.#lastWork
  }

  get<Kind extends CaseloadKind>(kind: Kind, id: string): CaseloadRecord<Kind> | undefined {
    return this.#byKind.get(kind)?.get(id)?.value as CaseloadRecord<Kind> | undefined
  }

  /** The record itself together with its kind, for what looks at all kinds alike. */
  record(kind: CaseloadKind, id: string): KindedRecord | undefined {
    return this.#byKind.get(kind)?.get(id)
  }

  records(kind: CaseloadKind): KindedRecord[] {
    return [...(this.#byKind.get(kind)?.values() ?? [])]
  }

  all<Kind extends CaseloadKind>(kind: Kind): CaseloadRecord<Kind>[] {
    return Array.from(
      this.#byKind.get(kind)?.values() ?? [],
      (record) => record.value as CaseloadRecord<Kind>,
    )
  }

  /** The contacts and interventions of one case, oldest first; those of one day in the order of writing. */
  entriesOf(caseId: string): CaseloadRecord<'entry'>[] {
    const ids = this.#entriesOfCase.get(caseId) ?? new Set<string>()
    return Array.from(ids, (id) => this.get('entry', id))
      .filter((entry) => entry !== undefined)
      .sort(entryOrder)
  }

  /** Contacts, interventions and activities of one day, in any order: saving asks for it, so it must not look at all. */
  workOn(day: string): Work[] {
    return [...(this.#workOfDay.get(day)?.values() ?? [])]
  }

  /** Writes all or nothing; resolves once it is on the disk. `at` is the instant, in ISO 8601. */
  async commit(intentions: readonly Intention[], at: string): Promise<Written[]> {
    // Parsed on the way in as on the way out: a record that could not be read back is never written.
    for (const { kind, after } of intentions) if (after !== null) caseloadKinds[kind].parse(after.value)
    const written = intentions.map((intention): Written => {
      const before = this.#byKind.get(intention.kind)?.get(intention.id) ?? null
      return { ...intention, before }
    })
    await this.#store.commit(
      written.flatMap(({ kind, id, before, after }) => {
        const lies = after ?? before
        return lies === null
          ? []
          : [{ id, kind, scope: this.#scopeOf(lies), body: after?.value ?? null, schema: schemaOf(kind) }]
      }),
      at,
    )
    if (written.some(({ kind }) => !BOOKKEEPING.has(kind))) this.#lastWork = this.#store.state.stateNumber
    this.#follow(written)
    return written
  }

  /** True while every record is as these writes left it: then they can be taken back. */
  stillAsWritten(written: readonly Written[]): boolean {
    return written.every(({ kind, id, after }) => {
      const now = this.#byKind.get(kind)?.get(id) ?? null
      return now?.value === after?.value
    })
  }

  /** 32 bytes that decide what else a report hides: the same for the same report, and known to this vault alone. */
  disclosureSecret(reportId: string): Uint8Array {
    return this.#store.keyedHash('disclosure-control', new TextEncoder().encode(reportId))
  }

  /** By which this vault, also when it was restored or has new keys, knows a contribution that it made itself. */
  contributionMark(contributionId: string): string {
    const message = new TextEncoder().encode(`contribution-${contributionId}`)
    return Buffer.from(this.#store.keyedHash('disclosure-control', message)).toString('hex')
  }

  /** What the scope of names is to be called that are the first of a case, or the first since others were destroyed. */
  personsScope(caseId: string): string {
    return personsScope(
      caseId,
      this.#firstNotDestroyed((number) => `persons:${personsScope(caseId, number)}`),
    )
  }

  #firstNotDestroyed(name: (number: number) => string, from = 0): number {
    let number = from
    while (this.#store.isDestroyed(name(number))) number += 1
    return number
  }

  #scopeOf(record: KindedRecord): string {
    return record.kind === 'draft' ? draftScope(this.#drafts) : scopeOf(record)
  }

  /**
   * Destroys whole scopes, and with them everything that was ever typed on the way to something else: their keys first,
   * then what memory holds of them. What remains in their place, which is told how many records went, is on the disk
   * in the same instant, and so is what is still being typed about anything else, under a new key. Answers what went, as
   * if it had been removed, and what remains, so that the screen and the index can follow.
   */
  async destroy(
    scopes: readonly string[],
    remainsOf: (records: number) => readonly KindedRecord[],
    at: string,
    progress?: Progress,
  ): Promise<Written[]> {
    const goes = (record: KindedRecord): boolean =>
      record.kind === 'draft' ? this.#goesWith(record.value.about, scopes) : scopes.includes(scopeOf(record))
    const records = [...this.#byKind.values()].flatMap((ofKind) => [...ofKind.values()])
    const gone = records.filter(goes)
    const remains = remainsOf(gone.length)
    for (const { kind, value } of remains) caseloadKinds[kind].parse(value)
    const drafts = records.filter((record) => record.kind === 'draft' && !goes(record))
    const draftsThen = this.#firstNotDestroyed(draftScope, this.#drafts + 1)
    await this.#store.destroyScopes(
      [...scopes, draftScope(this.#drafts)],
      at,
      progress,
      [...remains, ...drafts].map((record) => ({
        id: record.value.id,
        kind: record.kind,
        scope: record.kind === 'draft' ? draftScope(draftsThen) : scopeOf(record),
        body: record.value,
        schema: schemaOf(record.kind),
      })),
    )
    this.#drafts = draftsThen
    if (remains.some(({ kind }) => !BOOKKEEPING.has(kind))) this.#lastWork = this.#store.state.stateNumber
    const written = [
      ...gone.map((before): Written => ({ kind: before.kind, id: before.value.id, before, after: null })),
      ...remains.map((after): Written => {
        const { kind, value } = after
        return { kind, id: value.id, before: this.#byKind.get(kind)?.get(value.id) ?? null, after }
      }),
    ]
    this.#follow(written)
    return written
  }

  async close(): Promise<void> {
    await this.#store.close()
  }

  /** True for what was being typed about a case of which the notes, or the names in that form, are destroyed. */
  #goesWith(about: DraftAbout, scopes: readonly string[]): boolean {
    if (typeof about === 'string') return scopes.includes(`case:${about}`)
    const { form, id } = about
    if (id === null) return false
    const caseId = form === 'entry' ? this.get('entry', id)?.caseId : id
    // A moment that is gone may have been of any case.
    if (caseId === undefined) return true
    const ofNames = form === 'persons' && scopes.includes(`persons:${this.personsScope(caseId)}`)
    return ofNames || scopes.includes(`case:${caseId}`)
  }

  /** Memory as the disk has it now. */
  #follow(written: readonly Written[]): void {
    for (const { kind, id, after } of written) {
      this.#forget(kind, id)
      if (after !== null) this.#remember(after)
    }
  }

  #remember(record: KindedRecord): void {
    this.#byKind.get(record.kind)?.set(record.value.id, record)
    if (record.kind !== 'entry' && record.kind !== 'activity') return
    const { on, id } = record.value
    this.#workOfDay.set(on, (this.#workOfDay.get(on) ?? new Map<string, Work>()).set(id, record.value))
    if (record.kind !== 'entry') return
    const ids = this.#entriesOfCase.get(record.value.caseId) ?? new Set()
    this.#entriesOfCase.set(record.value.caseId, ids.add(record.value.id))
  }

  #forget(kind: CaseloadKind, id: string): void {
    const record = this.#byKind.get(kind)?.get(id)
    if (record?.kind === 'entry' || record?.kind === 'activity')
      this.#workOfDay.get(record.value.on)?.delete(id)
    if (record?.kind === 'entry') this.#entriesOfCase.get(record.value.caseId)?.delete(id)
    this.#byKind.get(kind)?.delete(id)
  }
}
