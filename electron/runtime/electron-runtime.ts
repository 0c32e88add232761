/** An Electron that can be started: where its program file is, its version, and how it came here. */
export interface ElectronRuntime {
  readonly executable: string
  readonly version: string
  /** `setting`: named by the person; `official`: the binary of the electron package; `registry`: the fallback. */
  readonly origin: 'setting' | 'official' | 'registry'
}

/** No Electron can be had here; the message tells the person what to do. */
export class NoElectron extends Error {}
