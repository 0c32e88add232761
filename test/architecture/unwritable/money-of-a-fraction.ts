import type { Cents } from '#shared/kernel/cents.ts'

export const price: Cents = 149.5
