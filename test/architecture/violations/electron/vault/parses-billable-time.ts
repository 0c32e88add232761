// breaks: billable-time-made-by-invoicing
import { BillableTime } from '#shared/invoicing/billable-time.ts'

export const parsed = BillableTime.parse({ minutes: 30 })
