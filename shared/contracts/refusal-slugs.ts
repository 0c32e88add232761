import { z } from 'zod'
import { LedgerFigure } from '../statistics/ledger.ts'

/** Every reason why the vault process says no. The screen has a sentence for each, or it does not compile. */
export const REFUSALS = [
  // about the vault itself
  'locked',
  'no-vault',
  'vault-exists',
  'wrong-passphrase',
  'wrong-recovery-key',
  'recovery-key-mistyped',
  'passphrase-too-weak',
  'damaged',
  'tampered',
  'newer-format',
  'in-use',
  'disk-full',
  'no-permission',
  'write-failed',
  'changed-outside',
  'nothing-to-undo',
  'undo-leaves-draft',
  'undo-leaves-invoice',
  'undo-leaves-figures',
  'undo-leaves-report',
  'undo-leaves-contribution',
  'undo-too-late',
  'no-such-slot',
  'no-room-for-slot',
  'passphrase-stays',
  'last-recovery-key',
  // about backups
  'target-missing',
  'target-known',
  'no-target',
  'not-a-backup',
  'other-vault',
  'not-proven',
  'not-restored',
  'no-backup',
  'older-state',
  'newer-state',
  'name-taken',
  'destroyed-list-unusable',
  'folder-not-empty',
  // about what was asked for
  'invalid-input',
  'not-found',
  'in-use-elsewhere',
  // about dates and time
  'date-in-future',
  'date-too-old',
  'day-too-long',
  // about organisations
  'lrk-number-twice',
  'engagement-missing',
  'file-empty',
  'file-too-large',
  'file-unreadable',
  'file-not-the-register',
  'columns-missing',
  'no-register-open',
  // about cases
  'case-closed',
  'case-open',
  'consent-missing',
  'consent-refused',
  'destination-missing',
  'entry-before-first-contact',
  'closing-before-last-entry',
  'figures-not-settled',
  'case-counted',
  'melders-counted-apart',
  // about invoices
  'practice-incomplete',
  'organisation-incomplete',
  'no-locations',
  'already-invoiced',
  'hours-come-from-bundle',
  'half-year-not-over',
  'no-hours',
  'already-credited',
  'credit-of-credit',
  'clock-behind-last-invoice',
  'clock-far-ahead',
  'numbers-begun',
  // about reports
  'period-not-over',
  'report-settled',
  'report-not-settled',
  'superseded',
  'earlier-figures-in-the-way',
  'earlier-version-too-near',
  'periods-overlap-partly',
  'figures-not-provable',
  'threshold-not-allowed',
  'threshold-needs-reason',
  'figures-in-use',
  'too-few-organisations',
  'one-organisation-dominates',
  // about a colleague's contribution
  'not-a-contribution',
  'wrong-words',
  'contribution-damaged',
  'contribution-newer',
  'contribution-of-another-organisation',
  'contribution-of-another-period',
  'contribution-twice',
  'contribution-own',
  'contribution-too-late',
  'contribution-reported',
  'contribution-after-report',
  'contribution-given',
  'contribution-in-the-way',
] as const
export const RefusalSlug = z.enum(REFUSALS)
export type RefusalSlug = z.infer<typeof RefusalSlug>

/**
 * A refusal as it crosses the port. `fields` names fields, columns or files of the vault; never a value. `figures` are
 * those of the ledger that are the reason, each with its report and document.
 */
export const VaultRefusal = z.strictObject({
  refused: RefusalSlug,
  fields: z.array(z.string()).optional(),
  figures: z.array(LedgerFigure).optional(),
})
export type VaultRefusal = { refused: RefusalSlug; fields?: string[]; figures?: LedgerFigure[] }
