import { calendarDate, type CalendarDate } from '#shared/calendar/calendar-date.ts'
import { useEffect, useState } from 'react'

/** The day on this computer's calendar. */
export function localToday(): CalendarDate {
  const now = new Date()
  const month = String(now.getMonth() + 1).padStart(2, '0')
  return calendarDate(`${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`)
}

/** Today, also after midnight. */
export function useToday(): CalendarDate {
  const [today, setToday] = useState(localToday)
  useEffect(() => {
    const timer = setInterval(() => {
      setToday(localToday())
    }, 30_000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return today
}
