import type { BillableTime } from '#shared/invoicing/billable-time.ts'

type WithoutPermit = {
  [Field in keyof BillableTime as Field extends string ? Field : never]: BillableTime[Field]
}

export const permit = (time: WithoutPermit): BillableTime => time
