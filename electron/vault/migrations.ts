import { type CaseloadKind } from './caseload-kinds.ts'
import { draftOfPeriod, reportOfPeriod } from './report-steps.ts'
import { type StoredRecord } from './store/content.ts'

/**
 * One step in the shape of a kind of record: what a body of schema `from` becomes under the next number. Once a
 * version that writes the next number is in anybody's hands, its step is frozen: it is never changed and never
 * removed, because a vault of that time may come back from a drawer.
 */
export type Migration = { kind: CaseloadKind; from: number; migrate(body: unknown): unknown }

/** Until consults could be billed by themselves, every line of hours merged them with all else. */
function invoiceOfEverything(body: unknown): unknown {
  const { lines, ...rest } = body as { lines: { kind: string }[] }
  return {
    ...rest,
    lines: lines.map((line) => (line.kind === 'hours' ? { ...line, covers: 'everything' } : line)),
  }
}

/** Until a line knew its location it is told by its number, and what was billed of a half-year was never late. */
function invoiceByNumber(body: unknown): unknown {
  const { lines, ...rest } = body as { lines: { kind: string }[] }
  return {
    ...rest,
    lines: lines.map((line) => {
      if (line.kind === 'location') return { ...line, locationId: null }
      return line.kind === 'hours' ? { ...line, isLate: false } : line
    }),
  }
}

/** Until copies were told apart by more than the names of their places, all were backups in a place of some name. */
function destructionByName(body: unknown): unknown {
  const { copiesOutOfReach, ...rest } = body as { copiesOutOfReach: object[] }
  return {
    ...rest,
    copiesOutOfReach: copiesOutOfReach.map((copy) => ({ ...copy, kind: 'backup', targetId: null })),
  }
}

/** All steps ever taken. Each has an example in test/golden/records, or the tests fail. */
export const MIGRATIONS: readonly Migration[] = [
  // Until places were remembered that no backups go to any more, all were places that they go to.
  { kind: 'backup-target', from: 1, migrate: (body) => ({ ...(body as object), retiredAt: null }) },
  // Cases that were written down before questions were told apart went on being counted as meldings.
  {
    kind: 'case',
    from: 1,
    migrate: (body) => ({ ...(body as object), isQuestion: false, countsIn: null, countedAs: null }),
  },
  { kind: 'destruction', from: 1, migrate: destructionByName },
  // Nothing changes in the record: written anew, it lies under the key of all that is being typed.
  { kind: 'draft', from: 1, migrate: (body) => body },
  // Nor here: an earlier version does not know that what is typed in a form can be kept.
  { kind: 'draft', from: 2, migrate: (body) => body },
  // Nothing changes in the record: an earlier version does not know every way in which hours can be billed.
  { kind: 'engagement', from: 1, migrate: (body) => body },
  { kind: 'invoice', from: 1, migrate: invoiceOfEverything },
  { kind: 'invoice', from: 2, migrate: invoiceByNumber },
  { kind: 'ledger', from: 1, migrate: (body) => ({ ...(body as object), byHand: false, page: '' }) },
  { kind: 'narrative', from: 1, migrate: draftOfPeriod },
  // Nothing changes in the record: an earlier version does not know every name that a scope can have.
  { kind: 'persons', from: 1, migrate: (body) => body },
  // Until it could be told which numbers were used elsewhere, every year began with 1.
  {
    kind: 'practice',
    from: 1,
    migrate: (body) => ({ ...(body as object), numberedElsewhere: null }),
  },
  { kind: 'report', from: 1, migrate: reportOfPeriod },
]

/** The number under which records of a kind are written now; 1 as long as their shape never changed. */
export function schemaOf(kind: CaseloadKind, migrations: readonly Migration[] = MIGRATIONS): number {
  return Math.max(1, ...migrations.filter((step) => step.kind === kind).map((step) => step.from + 1))
}

/** A record of a later version than this one: the vault is left as it is and refused in a sentence. */
export class NewerRecord extends Error {}

/**
 * The body of a stored record in today's shape, step by step. Throws `NewerRecord` for a number that this version
 * does not know, and for a bug: a gap in the steps.
 */
export function broughtUpToDate(
  record: Pick<StoredRecord, 'kind' | 'schema' | 'body'>,
  migrations: readonly Migration[] = MIGRATIONS,
): { body: unknown; isMigrated: boolean } {
  const kind = record.kind as CaseloadKind
  const current = schemaOf(kind, migrations)
  if (record.schema > current) throw new NewerRecord(`a record of kind ${record.kind} is of a later version`)
  let body = record.body
  for (let schema = record.schema; schema < current; schema += 1) {
    const step = migrations.find((one) => one.kind === kind && one.from === schema)
    if (step === undefined) throw new Error(`there is no step from schema ${schema} of kind ${record.kind}`)
    body = step.migrate(body)
  }
  return { body, isMigrated: record.schema < current }
}
