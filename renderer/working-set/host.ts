import { type HostApi } from '#shared/contracts/host.ts'

declare global {
  interface Window {
    /** Put there by the preload before the page's first script. */
    readonly host: HostApi
  }
}

/** The program around the page: windows, dialogs, the lock. Never a case. */
export const host: HostApi = window.host
