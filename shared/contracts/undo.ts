import { z } from 'zod'

/** Every command that can be taken back. The screen has a sentence for each, or it does not compile. */
export const UNDOABLE = [
  'practice.save',
  'group.save',
  'organisation.save',
  'organisation.remove',
  'location.save',
  'location.remove',
  'engagement.save',
  'register.take',
  'case.start',
  'case.change',
  'case.unlink',
  'case.close',
  'case.reopen',
  'case.savePersons',
  'entry.save',
  'entry.remove',
  'activity.save',
  'activity.remove',
] as const
export const UndoableCommand = z.enum(UNDOABLE)
export type UndoableCommand = z.infer<typeof UndoableCommand>
