import { z } from 'zod'

/** What tells a paper key from others, on its sheet and in the list of what opens the vault; it says nothing of the secret. */
export const KeyMark = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}$/)
export type KeyMark = z.infer<typeof KeyMark>
