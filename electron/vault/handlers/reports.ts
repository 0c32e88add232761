import { refuse } from '#shared/kernel/refusal.ts'
import { type Handlers } from './handler.ts'

/** The annual report: previewed, written, settled. */
export const reportHandlers: Handlers<'report.preview' | 'report.saveNarrative' | 'report.settle'> = {
  'report.preview': async () => refuse('not-found'),
  'report.saveNarrative': async () => refuse('not-found'),
  'report.settle': async () => refuse('not-found'),
}
