import type { HostApi } from '#shared/contracts/host.ts'

declare global {
  interface Window {
    host: HostApi
  }
}
