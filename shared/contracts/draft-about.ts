import { z } from 'zod'
import { Id } from '../kernel/id.ts'

/** What a note that is being typed is about: a case, a new one, or a conversation that belongs to neither yet. */
export const NoteAbout = z.union([Id, z.literal('new-case'), z.literal('conversation')])
export type NoteAbout = z.infer<typeof NoteAbout>

/**
 * The forms of which the vault keeps what was typed and not saved. A form that asks for a passphrase, a recovery key or
 * words that were agreed upon is never one of them.
 */
export const KEPT_FORMS = [
  'persons',
  'case-details',
  'closing',
  'entry',
  'new-entry',
  'new-melding',
  'activity',
  'organisation',
  'contract',
  'location',
  'new-location',
  'practice',
  'figures-by-hand',
] as const
export type KeptForm = (typeof KEPT_FORMS)[number]

/** One form that is kept: by its name, and by the record that it changes or adds to; `null` where it makes a new one. */
export const FormAbout = z.strictObject({ form: z.enum(KEPT_FORMS), id: Id.nullable() })
export type FormAbout = z.infer<typeof FormAbout>

/** What is being typed is about: something that a note is about, or one form. */
export const DraftAbout = z.union([NoteAbout, FormAbout])
export type DraftAbout = z.infer<typeof DraftAbout>
