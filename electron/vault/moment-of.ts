/**
 * The instant that a file system tells of a file, in milliseconds since 1970, as ISO 8601; never after `now` and never
 * before 1970, whatever it tells.
 */
export function momentOf(milliseconds: number, now: string): string {
  return new Date(Math.max(0, Math.min(milliseconds, Date.parse(now)))).toISOString()
}
