/**
 * A decision that was not taken, as a value. `refused` is a slug that reads as a reason, `fields` names the
 * fields concerned (`entry.on`), never what was typed in them.
 */
export type Refusal<Slug extends string = string> = { refused: Slug; fields?: string[] }

/** Makes a refusal; bugs throw, refusals are returned. */
export function refuse<Slug extends string>(refused: Slug, ...fields: string[]): Refusal<Slug> {
  return fields.length > 0 ? { refused, fields } : { refused }
}

/** True for a value that `refuse` made, also after it crossed a port. */
export function isRefusal<T>(value: T | Refusal): value is Refusal & (T extends Refusal ? T : Refusal) {
  return typeof value === 'object' && value !== null && 'refused' in value
}
