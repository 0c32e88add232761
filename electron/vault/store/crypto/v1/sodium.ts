import { webcrypto } from 'node:crypto'

export type Sodium = (typeof import('libsodium-wrappers-sumo'))['default']

let loaded: Sodium | undefined

/**
 * Loads libsodium once. Node 18 hides `globalThis.crypto`, which libsodium needs for its random numbers, so it
 * is set before the import, which for that reason is a dynamic one.
 */
export async function loadSodium(): Promise<void> {
  if (loaded) return
  if (!('crypto' in globalThis)) {
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true, writable: true })
  }
  const imported = await import('libsodium-wrappers-sumo')
  await imported.default.ready
  loaded = imported.default
}

/** The loaded library; `loadSodium` must have been awaited, as opening and preparing a vault do. */
export function sodium(): Sodium {
  if (!loaded) throw new Error('libsodium is used before it was loaded')
  return loaded
}
