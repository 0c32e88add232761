/** Older ones no longer got security updates when this version of Luwte was made. */
const oldestForRealCases = 43

/**
 * Whether real cases may be kept on an Electron of this version (`43.1.0`) and origin: an official one that is still
 * maintained. One whose version cannot be read is not.
 */
export function isFitForRealCases(electron: string, origin: 'official' | 'registry'): boolean {
  return origin === 'official' && Number.parseInt(electron, 10) >= oldestForRealCases
}
