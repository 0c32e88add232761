import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { CaseFile, type Closing } from '#shared/casework/case-file.ts'
import { changeCase, closeCase, openCase, reopenCase, writeEntry } from '#shared/casework/decide.ts'
import { Entry } from '#shared/casework/entry.ts'
import { CONSENTS, isOutward, RUNGS } from '#shared/casework/ladder.ts'
import {
  anyDay,
  sampleCase,
  sampleContact,
  sampleDetails,
  sampleId,
  sampleStep,
  written,
} from '../sample-caseload.ts'

const today = calendarDate('2025-06-15')
const names = { id: sampleId(1), reference: 'BIVO-72', melderLink: sampleId(2), accusedLink: null }
const place = { id: sampleId(5), order: 0 }
const closing = (on: string): Closing => ({ on: calendarDate(on), outcome: 'resolved', aftercare: '' })

/** No half-year of which figures were handed over. */
const none: ReadonlySet<never> = new Set()

describe('opening a case', () => {
  it('keeps what was typed, and links instead of the cases that they came from', () => {
    const details = sampleDetails({ sameMelderAs: sampleId(9), label: 'rooster' })
    const opened = openCase(details, { ...names, melderLink: sampleId(7) }, today, none)
    expect(CaseFile.parse(opened)).toEqual(opened)
    expect(opened).toMatchObject({ label: 'rooster', melderLink: sampleId(7), closing: null })
    expect(opened).not.toHaveProperty('sameMelderAs')
  })

  it('takes today as first contact, not tomorrow', () => {
    expect(openCase(sampleDetails({ firstContactOn: '2025-06-15' }), names, today, none)).toMatchObject(names)
    expect(openCase(sampleDetails({ firstContactOn: '2025-06-16' }), names, today, none)).toEqual({
      refused: 'date-in-future',
      fields: ['firstContactOn'],
    })
  })

  it('does not believe that the melder was told tomorrow about her privacy', () => {
    expect(openCase(sampleDetails({ privacyToldOn: '2025-06-16' }), names, today, none)).toEqual({
      refused: 'date-in-future',
      fields: ['privacyToldOn'],
    })
  })
})

describe('changing a case', () => {
  const links = { melderLink: sampleId(2), accusedLink: null }

  it('keeps its name, its reference and its closing', () => {
    const caseFile = sampleCase(1, { closing: closing('2025-05-01') })
    const changed = changeCase(caseFile, sampleDetails({ label: 'anders' }), links, [], today, none)
    expect(changed).toEqual({ ...caseFile, ...links, label: 'anders' })
  })

  it('does not move the first contact past what was written down', () => {
    const entries = [written(sampleContact({ on: '2025-03-10' }))]
    const onDay = sampleDetails({ firstContactOn: '2025-03-10' })
    const after = sampleDetails({ firstContactOn: '2025-03-11' })
    expect(changeCase(sampleCase(1), onDay, links, entries, today, none)).toMatchObject(links)
    expect(changeCase(sampleCase(1), after, links, entries, today, none)).toEqual({
      refused: 'entry-before-first-contact',
      fields: ['firstContactOn'],
    })
  })

  it('does not move the first contact past the closing', () => {
    const closed = sampleCase(1, { closing: closing('2025-05-01') })
    expect(
      changeCase(closed, sampleDetails({ firstContactOn: '2025-05-01' }), links, [], today, none),
    ).toHaveProperty('firstContactOn', '2025-05-01')
    expect(
      changeCase(closed, sampleDetails({ firstContactOn: '2025-05-02' }), links, [], today, none),
    ).toEqual({
      refused: 'closing-before-last-entry',
      fields: ['firstContactOn'],
    })
  })
})

describe('writing down what happened', () => {
  const open = sampleCase(1)

  it('keeps every field under the case', () => {
    const entry = writeEntry(open, sampleStep({ note: 'Gebeld' }), place, today)
    expect(Entry.parse(entry)).toEqual({
      ...sampleStep({ note: 'Gebeld' }),
      id: sampleId(5),
      order: 0,
      caseId: open.id,
    })
  })

  it('is possible from the day of first contact until today', () => {
    fc.assert(
      fc.property(anyDay('2024-12-01', '2025-09-01'), (on) => {
        const entry = writeEntry(open, sampleContact({ on }), place, today)
        if (on > today) expect(entry).toEqual({ refused: 'date-in-future', fields: ['on'] })
        else if (on < open.firstContactOn)
          expect(entry).toEqual({ refused: 'entry-before-first-contact', fields: ['on'] })
        else expect(entry).toMatchObject({ on })
      }),
    )
  })

  it('refuses every step outward without consent, and none of the others', () => {
    for (const rung of RUNGS)
      for (const consent of CONSENTS) {
        const entry = writeEntry(open, sampleStep({ rung, consent, destination: 'hr' }), place, today)
        const reason =
          consent === 'refused' ? 'consent-refused' : consent === 'not-needed' ? 'consent-missing' : null
        if (isOutward(rung) && reason) expect(entry).toEqual({ refused: reason, fields: ['consent'] })
        else expect(entry).toMatchObject({ rung, consent })
      }
  })

  it('refuses to come back to a step before the day of the step: a year of 0202 is a slip of the fingers', () => {
    const on = sampleStep().on
    const follow = (followUpOn: string) =>
      writeEntry(open, sampleStep({ followUpOn: calendarDate(followUpOn) }), place, today)
    expect(follow(`0${on.slice(1)}`)).toEqual({ refused: 'follow-up-before-step', fields: ['followUpOn'] })
    expect(follow(on)).toMatchObject({ followUpOn: on })
  })

  it('asks to whom a case was escalated or referred, and does not ask that of other steps', () => {
    for (const rung of RUNGS) {
      const entry = writeEntry(open, sampleStep({ rung }), place, today)
      if (rung === 'escalation' || rung === 'referral')
        expect(entry).toEqual({ refused: 'destination-missing', fields: ['destination'] })
      else expect(entry).toMatchObject({ rung })
    }
  })

  describe('in a closed case', () => {
    const closed = sampleCase(1, { closing: closing('2025-05-01') })

    it('is possible for what happened until the day of closing', () => {
      expect(writeEntry(closed, sampleContact({ on: '2025-05-01' }), place, today)).toMatchObject({
        on: '2025-05-01',
      })
    })

    it('is refused for what happened later', () => {
      for (const later of [sampleContact({ on: '2025-05-02' }), sampleStep({ on: '2025-05-02' })])
        expect(writeEntry(closed, later, place, today)).toEqual({
          refused: 'case-closed',
          fields: ['on'],
        })
    })

    it('is possible for aftercare at any time', () => {
      const aftercare = sampleStep({ rung: 'aftercare', on: '2025-06-10' })
      expect(writeEntry(closed, aftercare, place, today)).toMatchObject({ on: '2025-06-10' })
    })
  })
})

describe('closing a case', () => {
  const last = [written(sampleContact({ on: '2025-05-20' })), written(sampleContact({ on: '2025-05-02' }), 2)]

  it('is possible on the day of the last entry', () => {
    expect(closeCase(sampleCase(1), closing('2025-05-20'), last, today)).toEqual(
      sampleCase(1, { closing: closing('2025-05-20') }),
    )
  })

  it('is possible on the day of first contact when nothing was written down', () => {
    expect(closeCase(sampleCase(1), closing('2025-03-10'), [], today)).toHaveProperty(
      'closing.on',
      '2025-03-10',
    )
  })

  it.each([
    ['before the last entry', '2025-05-19', 'closing-before-last-entry'],
    ['before the first contact', '2025-03-09', 'closing-before-last-entry'],
    ['tomorrow', '2025-06-16', 'date-in-future'],
  ])('is refused %s', (_name, on, refused) => {
    expect(closeCase(sampleCase(1), closing(on), last, today)).toEqual({ refused, fields: ['on'] })
  })

  it('is refused before the last step, as before the last conversation', () => {
    const step = [written(sampleStep({ on: '2025-05-20' }))]
    expect(closeCase(sampleCase(1), closing('2025-05-19'), step, today)).toEqual({
      refused: 'closing-before-last-entry',
      fields: ['on'],
    })
  })

  it('is refused twice', () => {
    const closed = sampleCase(1, { closing: closing('2025-05-20') })
    expect(closeCase(closed, closing('2025-05-21'), [], today)).toEqual({ refused: 'case-closed' })
  })

  it('is possible on its old day again after a mistaken reopening, though aftercare came later', () => {
    const closed = sampleCase(1, { closing: closing('2025-05-20') })
    const reopened = reopenCase(closed)
    const aftercare = written(sampleStep({ rung: 'aftercare', on: '2025-06-10' }), 3)
    if ('refused' in reopened) throw new Error(reopened.refused)
    expect(closeCase(reopened, closing('2025-05-20'), [...last, aftercare], today)).toEqual(closed)
  })
})

describe('reopening a case', () => {
  it('takes the closing away, and is refused when there is none', () => {
    expect(reopenCase(sampleCase(1, { closing: closing('2025-05-20') }))).toEqual(sampleCase(1))
    expect(reopenCase(sampleCase(1))).toEqual({ refused: 'case-open' })
  })
})
