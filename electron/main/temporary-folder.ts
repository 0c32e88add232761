/**
 * On Linux Chromium hands a page that is printed to the printer by way of a temporary file, with the recovery key on it
 * if that is what she prints. The session's own folder is in memory and only hers, and ends with her session: this makes
 * it the folder for temporary files, where the system has one.
 */
export function keepTemporaryFilesInMemory(environment: NodeJS.ProcessEnv): void {
  const inMemory = environment['XDG_RUNTIME_DIR']
  if (process.platform === 'linux' && inMemory) environment['TMPDIR'] = inMemory
}
