import { z } from 'zod'

export const BillableTime = z.strictObject({ minutes: z.int() }).brand<'BillableTime'>()
export type BillableTime = z.infer<typeof BillableTime>
