import type { PrinterInfo, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { printPage } from '../../electron/main/print-page.ts'

type Printing = Pick<WebContents, 'getPrintersAsync' | 'print'>

const printer = { name: 'proef' } as PrinterInfo
const answering = (success: boolean, reason: string): Printing['print'] => {
  return (_options, done) => done?.(success, reason)
}

describe('printing', () => {
  it('says that there is no printer, and opens no window that leads nowhere', async () => {
    const print = () => {
      throw new Error('nothing is to be printed')
    }
    expect(await printPage({ getPrintersAsync: () => Promise.resolve([]), print })).toEqual({
      refused: 'no-printer',
    })
    const failing = () => Promise.reject(new Error('no service for printers'))
    expect(await printPage({ getPrintersAsync: failing, print })).toEqual({ refused: 'no-printer' })
  })

  it('tells what was printed from what somebody thought better of and from what failed', async () => {
    const getPrintersAsync = () => Promise.resolve([printer])
    expect(await printPage({ getPrintersAsync, print: answering(true, '') })).toEqual({ printed: true })
    expect(await printPage({ getPrintersAsync, print: answering(false, 'Print job canceled') })).toEqual({
      refused: 'cancelled',
    })
    expect(await printPage({ getPrintersAsync, print: answering(false, 'Print job failed') })).toEqual({
      refused: 'not-printed',
    })
  })
})
