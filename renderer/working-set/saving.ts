import { type RefusalSlug } from '#shared/contracts/refusal-slugs.ts'
import { externalValue, useExternalValue } from './external-value.ts'

/** How it stands with what the advisor typed: on the disk since then, or not, and why not. */
export type Saving = { saved: Date } | { notSaved: RefusalSlug }

const saving = externalValue<Saving | null>(null)

/** Notes that something that the advisor typed is on the disk now. */
export function noteSaved(): void {
  saving.set({ saved: new Date() })
}

/** Notes that what is being typed could not be kept. */
export function noteNotSaved(reason: RefusalSlug): void {
  saving.set({ notSaved: reason })
}

/** What is typed in a form can be kept again; that is no word that it was saved, since the form was not. */
export function noteDraftKept(): void {
  const now = saving.get()
  if (now !== null && 'notSaved' in now) saving.set(null)
}

/** How it stands with what was typed since the vault was opened; `null` before anything was. */
export function useSaving(): Saving | null {
  return useExternalValue(saving)
}
