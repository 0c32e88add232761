import { z } from 'zod'
import { Line } from '../kernel/text.ts'

/** Where post goes; every part may be empty until an invoice needs it. */
export const PostalAddress = z.strictObject({ street: Line, postcode: Line, city: Line })
export type PostalAddress = z.infer<typeof PostalAddress>

export const NO_ADDRESS: PostalAddress = { street: '', postcode: '', city: '' }
