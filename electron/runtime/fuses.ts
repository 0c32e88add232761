import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** What is burnt into the packaged program, by the names of electron-builder; undefined where this Electron has none. */
export interface Fuses {
  readonly runAsNode: boolean
  readonly enableNodeOptionsEnvironmentVariable: boolean
  readonly enableNodeCliInspectArguments: boolean
  readonly onlyLoadAppFromAsar: boolean
  readonly enableEmbeddedAsarIntegrityValidation: boolean
  readonly enableCookieEncryption: boolean
  readonly loadBrowserProcessSpecificV8Snapshot: boolean
  readonly grantFileProtocolExtraPrivileges: boolean | undefined
}

const options: Readonly<Record<keyof Fuses, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
}

/** Reads the fuses of an Electron from its program file. */
export async function readFuses(
  executable: string,
): Promise<Readonly<Record<keyof Fuses, boolean | undefined>>> {
  const wire = await getCurrentFuseWire(executable)
  const states = Object.entries(options).map(([name, option]) => {
    // In the file they are letters: 0, 1, or another for one that this Electron does not have any more.
    const state = String.fromCharCode(wire[option] ?? 0)
    return [name, state === '0' || state === '1' ? state === '1' : undefined]
  })
  return Object.fromEntries(states) as Record<keyof Fuses, boolean | undefined>
}

/**
 * The fuses that the packaged program must have on this Electron. Cookies stay unencrypted because there are none: the
 * page lives in memory, and encryption would ask for the system's keyring at every start. Only macOS and Windows
 * know the checksum of the asar.
 */
export async function wantedFuses(executable: string): Promise<Fuses> {
  const present = await readFuses(executable)
  return {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
    enableCookieEncryption: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges:
      present.grantFileProtocolExtraPrivileges === undefined ? undefined : false,
  }
}
