import { app } from 'electron'

/**
 * A bug in the main process ends the program, in place of Electron's dialog with a stack. In development Node then
 * writes the stack to the terminal, as it does for a fault in such a listener.
 */
export function endOnFault(): void {
  const end = (error: unknown): void => {
    if (!app.isPackaged) throw error
    app.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
