import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CaseSummary } from '#shared/casework/case-file.ts'
import { summarise } from '#shared/casework/summarise.ts'
import { sampleCase, sampleContact, sampleStep, written } from '../sample-caseload.ts'

const caseFile = sampleCase(1, { subjects: ['bullying', 'workload'] })

describe('a case in a list', () => {
  it('without entries is as its intake left it', () => {
    expect(CaseSummary.parse(summarise(caseFile, []))).toMatchObject({
      state: 'open',
      lastEntryOn: '2025-03-10',
      mainSubject: 'treatment',
      subject: 'bullying',
      track: 'undesirable-behaviour',
      highestRung: 'support',
      lastStep: null,
      followUpOn: null,
      minutes: 0,
      entries: 0,
    })
  })

  it('adds up its minutes and tells its latest step and its highest', () => {
    const entries = [
      written(sampleStep({ on: '2025-04-20', rung: 'information-and-advice', minutes: 20 }), 3),
      written(sampleStep({ on: '2025-04-02', rung: 'mediation', minutes: 60 }), 2),
      written(sampleContact({ on: '2025-04-21', minutes: 10 }), 4),
    ]
    expect(summarise(caseFile, entries)).toMatchObject({
      highestRung: 'mediation',
      lastStep: 'information-and-advice',
      lastEntryOn: '2025-04-21',
      minutes: 90,
      entries: 3,
    })
  })

  it('shows a follow-up until something was written down on its day or later', () => {
    const planned = written(sampleStep({ on: '2025-04-02', followUpOn: '2025-04-16' }), 1)
    const early = written(sampleContact({ on: '2025-04-15' }), 2)
    const onDay = written(sampleContact({ on: '2025-04-16' }), 3)
    expect(summarise(caseFile, [planned, early]).followUpOn).toBe('2025-04-16')
    expect(summarise(caseFile, [planned, early, onDay]).followUpOn).toBeNull()
  })

  it('shows the first of several follow-ups', () => {
    const entries = [
      written(sampleStep({ on: '2025-04-02', followUpOn: '2025-06-01' }), 1),
      written(sampleStep({ on: '2025-04-03', followUpOn: '2025-05-01' }), 2),
    ]
    expect(summarise(caseFile, entries).followUpOn).toBe('2025-05-01')
  })

  it('has no follow-up any more once it is closed, but that of aftercare', () => {
    const closed = sampleCase(1, { closing: { on: '2025-04-10', outcome: 'resolved', aftercare: '' } })
    const planned = written(sampleStep({ on: '2025-04-02', followUpOn: '2025-05-01' }), 1)
    const aftercare = written(
      sampleStep({ on: '2025-04-20', rung: 'aftercare', followUpOn: '2025-07-01' }),
      2,
    )
    expect(summarise(closed, [planned])).toMatchObject({ state: 'closed', followUpOn: null })
    expect(summarise(closed, [planned, aftercare]).followUpOn).toBe('2025-07-01')
  })

  it('holds nothing that was told', () => {
    const secret = 'wat zij vertelde'
    const step = sampleStep({ note: secret, participants: secret })
    expect(JSON.stringify(summarise(caseFile, [written(step)]))).not.toContain(secret)
  })

  it('is the same in whatever order its entries come, when their days differ', () => {
    const days = fc.uniqueArray(fc.integer({ min: 10, max: 31 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(days, (chosen) => {
        const entries = chosen.map((day, index) => written(sampleStep({ on: `2025-03-${day}` }), index))
        expect(summarise(caseFile, [...entries].reverse())).toEqual(summarise(caseFile, entries))
      }),
    )
  })
})
