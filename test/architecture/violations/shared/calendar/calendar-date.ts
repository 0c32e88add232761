import { z } from 'zod'

export const CalendarDate = z.string().brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof CalendarDate>
