import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { refuseImplausible } from '#shared/calendar/plausible-date.ts'

const today = calendarDate('2026-03-10')

describe('a day on which something happened', () => {
  it.each(['2026-03-10', '2026-03-09', '2000-01-01'])('can be %s', (day) => {
    expect(refuseImplausible(calendarDate(day), today, 'on')).toBeNull()
  })

  it('is not tomorrow', () => {
    expect(refuseImplausible(calendarDate('2026-03-11'), today, 'on')).toEqual({
      refused: 'date-in-future',
      fields: ['on'],
    })
  })

  it.each(['1999-12-31', '1925-03-10', '0225-03-10'])('is not the slip of the fingers %s', (day) => {
    expect(refuseImplausible(calendarDate(day), today, 'on')).toEqual({
      refused: 'date-too-old',
      fields: ['on'],
    })
  })
})
