import { describe, expect, it } from 'vitest'
import { ChosenFile, HostCommands, HostEvent, SaveAnswer, SaveRequest } from '#shared/contracts/host.ts'

describe('what the page may ask of its host', () => {
  it('names a chosen file by a token and never by a path', () => {
    const file = { token: '0'.repeat(32), name: 'export_opendata_lrk.csv', bytes: 12 }
    expect(ChosenFile.safeParse(file).success).toBe(true)
    expect(ChosenFile.safeParse({ ...file, path: '/home' }).success).toBe(false)
    expect(ChosenFile.safeParse({ ...file, token: '../../etc' }).success).toBe(false)
  })

  it('saves a document of a known kind that holds something', () => {
    const request = { suggestedName: 'Factuur 2025-0001.pdf', kind: 'pdf', bytes: new Uint8Array(1) }
    expect(SaveRequest.safeParse(request).success).toBe(true)
    expect(SaveRequest.safeParse({ ...request, kind: 'exe' }).success).toBe(false)
    expect(SaveRequest.safeParse({ ...request, bytes: new Uint8Array(0) }).success).toBe(false)
    expect(SaveRequest.safeParse({ ...request, bytes: [1, 2] }).success).toBe(false)
  })

  it('learns whether the document was saved, or why not', () => {
    expect(SaveAnswer.safeParse({ saved: 'Factuur.pdf' }).success).toBe(true)
    expect(SaveAnswer.safeParse({ refused: 'cancelled' }).success).toBe(true)
    expect(SaveAnswer.safeParse({ refused: 'cancelled', saved: 'x' }).success).toBe(false)
  })

  it('keeps the program open for at most an hour, and in a conversation for an hour and a half', () => {
    const idle = (minutes: number) => HostCommands.setIdleMinutes.input.safeParse({ minutes }).success
    const pause = (minutes: number) => HostCommands.pauseIdle.input.safeParse({ minutes }).success
    expect([0, 1, 60, 61].map(idle)).toEqual([false, true, true, false])
    expect([0, 90, 91].map(pause)).toEqual([true, true, false])
  })

  it('hears of events that it knows, and of no others', () => {
    expect(HostEvent.safeParse({ event: 'idle-warning', seconds: 30 }).success).toBe(true)
    expect(HostEvent.safeParse({ event: 'locking', why: 'x' }).success).toBe(false)
    expect(HostEvent.safeParse({ event: 'invoke' }).success).toBe(false)
  })
})
