// breaks: protected-figures-made-by-statistics
import { z } from 'zod'

export const LooksProtected = z.strictObject({ total: z.int() }).brand<'ProtectedReport'>()
