import { z } from 'zod'

/** Number in the Handelsregister of the Kamer van Koophandel: eight digits. */
export const KvkNumber = z.string().regex(/^\d{8}$/)
export type KvkNumber = z.infer<typeof KvkNumber>
