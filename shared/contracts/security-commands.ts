import { z } from 'zod'
import { Id } from '../kernel/id.ts'
import { FilledLine } from '../kernel/text.ts'
import { KeyMark } from './key-mark.ts'
import { VaultRefusal } from './refusal-slugs.ts'
import { WholeCheck } from './safety-check.ts'

const nothing = z.strictObject({})
const withId = z.strictObject({ id: Id })
const Typed = z.string().min(1).max(1000)
const Instant = z.iso.datetime()
const Token = z.string().min(1).max(100)

/** Either way in, asked once more before what cannot be undone. */
export const TypedSecret = z.union([
  z.strictObject({ passphrase: Typed }),
  z.strictObject({ recoveryKey: Typed }),
])
export type TypedSecret = z.infer<typeof TypedSecret>

/** A folder that backups are written to, as the advisor knows it: by its name, never by its path. */
export const BackupTargetFacts = z.strictObject({
  id: Id,
  name: z.string(),
  addedAt: Instant,
  /** Whether the folder was there when last looked: a stick may be in a drawer. */
  isThere: z.boolean(),
  lastSeenAt: Instant.nullable(),
  lastProvenAt: Instant.nullable(),
  backups: z.number().int().min(0),
})
export type BackupTargetFacts = z.infer<typeof BackupTargetFacts>

/** A way into the vault. */
export const VaultSlot = z.strictObject({
  slot: z.number().int(),
  kind: z.enum(['passphrase', 'recovery', 'envelope']),
  mark: KeyMark,
})
export type VaultSlot = z.infer<typeof VaultSlot>

export const SecurityOverview = z.strictObject({
  targets: z.array(BackupTargetFacts),
  lastProvenAt: Instant.nullable(),
  lastDrillAt: Instant.nullable(),
  /** Nothing was written since the last proven backup. */
  isBackedUp: z.boolean(),
  slots: z.array(VaultSlot),
  records: z.number().int().min(0),
  /** Destructions of which a copy out of reach is not yet confirmed gone. */
  openDestructions: z.number().int().min(0),
  /** When somebody last filled in and printed the emergency envelope; none while no key of an envelope opens. */
  envelopeMadeAt: Instant.nullable(),
  /** The last check of everything that went through to its end. */
  lastCheck: WholeCheck.nullable(),
})
export type SecurityOverview = z.infer<typeof SecurityOverview>

const TargetOutcome = z.strictObject({
  id: Id,
  name: z.string(),
  outcome: z.union([z.strictObject({ provenAt: Instant }), VaultRefusal]),
})

/** What the advisor can ask about the safety of her vault, once it is open. */
export const securityCommands = {
  'security.overview': { input: nothing, answer: SecurityOverview },
  'security.changePassphrase': {
    input: z.strictObject({ current: TypedSecret, passphrase: Typed }),
    answer: nothing,
  },
  /** New keys for everything; asks for a secret first. */
  'security.rotate': { input: z.strictObject({ secret: TypedSecret }), answer: nothing },
  /** Draws another recovery key, or one for the emergency envelope; it opens nothing before it was typed back. */
  'security.drawRecoveryKey': {
    input: z.strictObject({ kind: z.enum(['recovery', 'envelope']), secret: TypedSecret }),
    answer: z.strictObject({ recoveryKey: z.string(), mark: KeyMark }),
  },
  'security.confirmRecoveryKey': { input: z.strictObject({ recoveryKey: Typed }), answer: VaultSlot },
  'security.removeSlot': {
    input: z.strictObject({ slot: z.number().int(), secret: TypedSecret }),
    answer: nothing,
  },

  /**
   * Begins to check everything, with the secret that backups are opened with; answers in how many steps. A check that
   * was going on is forgotten.
   */
  'security.beginCheck': {
    input: z.strictObject({ secret: TypedSecret }),
    answer: z.strictObject({ steps: z.number().int().min(1) }),
  },
  /** Takes the next step; with the last one the whole check is remembered. `not-found` when none is going on. */
  'security.checkNext': {
    input: nothing,
    answer: z.strictObject({ done: z.number().int().min(1), whole: WholeCheck.nullable() }),
  },
  /** Forgets the check that is going on, with its secret. Nothing of it is remembered. */
  'security.stopCheck': { input: nothing, answer: nothing },

  /** Takes a folder that the advisor chose as a place for backups. */
  'backup.addTarget': { input: z.strictObject({ token: Token }), answer: withId },
  /** Takes a place off the list; its backups stay where they are, and every destruction names them. Asks for a secret. */
  'backup.removeTarget': { input: z.strictObject({ id: Id, secret: TypedSecret }), answer: nothing },
  /** Makes and proves a backup in every target that is there; tells its progress as task `backup`. */
  'backup.run': { input: nothing, answer: z.strictObject({ targets: z.array(TargetOutcome) }) },
  /** Opens the newest backup of a target in memory, to its last record, as an empty computer would with this secret. */
  'backup.drill': {
    input: z.strictObject({ id: Id, secret: TypedSecret }),
    answer: z.strictObject({ records: z.number().int(), madeAt: Instant.nullable() }),
  },

  /** Destroys a case with its notes and persons, through keys, snapshots and every backup in reach. */
  'case.destroy': {
    input: z.strictObject({
      id: Id,
      reason: z.enum(['term-ended', 'on-request']),
      secret: TypedSecret,
    }),
    answer: z.strictObject({ destructionId: Id }),
  },
  /** Destroys the names of a case and keeps the case. */
  'case.destroyPersons': {
    input: z.strictObject({ id: Id, secret: TypedSecret }),
    answer: z.strictObject({ destructionId: Id }),
  },
  /**
   * A copy that was out of reach is gone: she wiped the stick herself. Asks for a secret: it ends what keeps the
   * certificate open. Closes every destruction that waits for this copy.
   */
  'destruction.confirmGone': {
    input: z.strictObject({
      targetId: Id.nullable(),
      target: z.string(),
      fileName: FilledLine,
      secret: TypedSecret,
    }),
    answer: nothing,
  },
} as const
