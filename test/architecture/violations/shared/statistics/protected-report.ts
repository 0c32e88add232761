import { z } from 'zod'

export const ProtectedReport = z.strictObject({ total: z.int() }).brand<'ProtectedReport'>()
export type ProtectedReport = z.infer<typeof ProtectedReport>

export const reportSeal = (total: number): string => `${total}`
