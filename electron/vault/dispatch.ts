import type { VaultEnvironment } from './environment.ts'

/** Answers the screen's commands with what the vault holds. */
export function createDispatch(_environment: VaultEnvironment): {
  handle(command: string, input: unknown): Promise<unknown>
  close(): Promise<void>
} {
  return {
    handle: () => Promise.resolve({ refused: 'no-vault' }),
    close: () => Promise.resolve(),
  }
}
