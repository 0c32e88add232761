/** A record as the rest of the vault process sees it: opened, verified and frozen. */
export type StoredRecord = {
  id: string
  kind: string
  scope: string
  /** The state number of the commit that wrote it; never used twice for one id. */
  version: number
  /** The caller's own number for the shape of the body; 1 unless it gave another. */
  schema: number
  /** Any JSON value but null. */
  body: unknown
}

/** All that a vault holds at one state number; `head` is the hash of the journal frame that led there. */
export type Content = {
  records: Map<string, StoredRecord>
  stateNumber: number
  head: Uint8Array
  lastChangeAt: string
}

/** What is left of content once all scopes are gone that `isDestroyed` names. */
export function withoutDestroyed(content: Content, isDestroyed: (scope: string) => boolean): Content {
  const records = new Map([...content.records].filter(([, { scope }]) => !isDestroyed(scope)))
  return { ...content, records }
}

/** Parses JSON and freezes it all the way down: what is in memory is what is on the disk. Throws on bad JSON. */
export function frozenJson(json: string): unknown {
  const root: unknown = JSON.parse(json)
  const waiting: unknown[] = [root]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue
    for (const part of Object.values(Object.freeze(value))) if (typeof part === 'object') waiting.push(part)
  }
  return root
}
