import type { WebContents } from 'electron'
import type { PrintAnswer } from '#shared/contracts/host.ts'

/**
 * Prints what the page shows on paper, through the dialog of the system. Asks for printers first: without one some systems
 * show nothing at all, and others a dialog that leads nowhere.
 */
export async function printPage(
  contents: Pick<WebContents, 'getPrintersAsync' | 'print'>,
): Promise<PrintAnswer> {
  const printers = await contents.getPrintersAsync().catch(() => [])
  if (printers.length === 0) return { refused: 'no-printer' }
  return new Promise((resolve) => {
    contents.print({ printBackground: true }, (success, reason) => {
      if (success) resolve({ printed: true })
      else resolve({ refused: /cancel/i.test(reason) ? 'cancelled' : 'not-printed' })
    })
  })
}
