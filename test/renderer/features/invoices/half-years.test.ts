import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { halfAfter, halfBefore, lastFinishedHalf } from '../../../../renderer/features/invoices/half-years.ts'
import { supplyPeriod } from '../../../../renderer/locale/supply-period.ts'

describe('half-years', () => {
  it('follow each other over the turn of the year', () => {
    expect(halfAfter({ year: 2026, half: 2 })).toEqual({ year: 2027, half: 1 })
    expect(halfBefore({ year: 2026, half: 1 })).toEqual({ year: 2025, half: 2 })
    expect(halfBefore(halfAfter({ year: 2026, half: 1 }))).toEqual({ year: 2026, half: 1 })
  })

  it('are billed once they are over', () => {
    expect(lastFinishedHalf(calendarDate('2026-06-30'))).toEqual({ year: 2025, half: 2 })
    expect(lastFinishedHalf(calendarDate('2026-07-01'))).toEqual({ year: 2026, half: 1 })
  })

  it('are named shortly on a list, and whole years too', () => {
    const period = (from: string, to: string) => ({ from: calendarDate(from), to: calendarDate(to) })
    expect(supplyPeriod(period('2026-01-01', '2026-12-31'))).toBe('2026')
    expect(supplyPeriod(period('2026-01-01', '2026-06-30'))).toBe('1e helft 2026')
    expect(supplyPeriod(period('2026-07-01', '2026-12-31'))).toBe('2e helft 2026')
    expect(supplyPeriod(period('2026-03-01', '2026-12-31'))).toBe('01-03-2026 t/m 31-12-2026')
  })
})
