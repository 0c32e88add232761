import { type DefaultValues } from 'react-hook-form'
import { type EntryInput } from './entry-form.ts'
import { type NewMeldingInput } from './new-melding.ts'

type UnsentMelding = DefaultValues<NewMeldingInput>

/**
 * What was filled in and not sent when a screen was left, so that it stands there again on coming back. It lives as long
 * as the vault is open; of these only the note is also sealed as a draft.
 */
let melding: UnsentMelding | null = null
const entries = new Map<string, EntryInput>()

export function unsentMelding(): UnsentMelding | null {
  return melding
}

/** Keeps what was filled in about a new case; `null` when it was sent. */
export function keepUnsentMelding(values: UnsentMelding | null): void {
  melding = values
}

export function unsentEntry(caseId: string): EntryInput | undefined {
  return entries.get(caseId)
}

/** Keeps what was filled in about a moment of a case; `null` when it was sent. */
export function keepUnsentEntry(caseId: string, values: EntryInput | null): void {
  if (values === null) entries.delete(caseId)
  else entries.set(caseId, values)
}
