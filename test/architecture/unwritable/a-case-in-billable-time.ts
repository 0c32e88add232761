import type { BillableTime } from '#shared/invoicing/billable-time.ts'

export const caseOf = (time: BillableTime): unknown => time.caseId
