import { z } from 'zod'

/**
 * What was wrong with a part, or could not be seen. `damaged`: a checksum or length does not fit, as after a bad
 * sector. `tampered`: checksums fit and a seal does not, or one file stands under the name of another; no accident does
 * that. `rolled-back`: a backup knows a later state. `other-secret`: whole, but of the time of another passphrase or
 * key. `not-opened`: opening it was cut short, so that nobody knows. `out-of-reach`: a place that is not there now.
 */
export const CheckFinding = z.enum([
  'damaged',
  'tampered',
  'missing',
  'rolled-back',
  'newer-format',
  'other-secret',
  'not-opened',
  'out-of-reach',
])
export type CheckFinding = z.infer<typeof CheckFinding>

/** What a whole check looks at, in this order; the last three once for each place for backups. */
export const CHECKED_PARTS = [
  'headers',
  'keyring',
  'snapshot',
  'snapshot-before',
  'journal',
  'records',
  'lock',
  'anchors',
  'destroyed-list',
  'backups',
] as const

/** One part: how many things were looked at, and what was found; `place` names a place for backups. */
export const CheckedPart = z.strictObject({
  part: z.enum(CHECKED_PARTS),
  place: z.string().nullable(),
  count: z.number().int().min(0),
  /** `of` names a file of the vault or a backup, states of a journal, or a record by its id. */
  findings: z.array(z.strictObject({ finding: CheckFinding, of: z.string() })),
})
export type CheckedPart = z.infer<typeof CheckedPart>

/** A check that went through to its end. */
export const WholeCheck = z.strictObject({
  at: z.iso.datetime(),
  parts: z.array(CheckedPart),
  /** Files of the vault that were not as they should be were written anew. */
  mended: z.boolean(),
})
export type WholeCheck = z.infer<typeof WholeCheck>

/** Findings that are no fault: what could not be seen today, or is as it was left. */
const NO_FAULT: ReadonlySet<CheckFinding> = new Set<CheckFinding>(['other-secret', 'out-of-reach'])

/** Whether a finding asks for the advisor's attention. */
export function isFault({ finding }: { finding: CheckFinding }): boolean {
  return !NO_FAULT.has(finding)
}

/** Whether something in this part does. */
export function hasFault({ findings }: Pick<CheckedPart, 'findings'>): boolean {
  return findings.some(isFault)
}
