import { app } from 'electron'
import { join } from 'node:path'

/**
 * Decides where the profile is: the folder that `--user-data-dir` names, on Windows the *local* application data
 * (a roaming profile would be copied to a server, and back over a newer one), elsewhere what Electron chooses.
 */
export function settleProfileFolder(): void {
  const named = app.commandLine.getSwitchValue('user-data-dir')
  const localData = process.env['LOCALAPPDATA']
  if (named !== '') app.setPath('userData', named)
  else if (process.platform === 'win32' && localData) app.setPath('userData', join(localData, 'Luwte'))
}

/** The folder with the vault's files. */
export function vaultFolder(): string {
  return join(app.getPath('userData'), 'kluis')
}
