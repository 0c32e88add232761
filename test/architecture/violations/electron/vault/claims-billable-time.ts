// breaks: billable-time-made-by-invoicing
import type { BillableTime } from '#shared/invoicing/billable-time.ts'

export const claimed = { minutes: 30 } as BillableTime
