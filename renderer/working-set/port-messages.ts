import { VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { VaultEvent } from '#shared/contracts/working-set-rows.ts'
import { z } from 'zod'

/** What comes over the vault's port: an answer, a refusal or a fault to a numbered question, or an event. */
export const FromVaultPort = z.union([
  z.strictObject({ id: z.int().nonnegative(), answer: z.unknown() }),
  z.strictObject({ id: z.int().nonnegative(), refusal: VaultRefusal }),
  z.strictObject({
    id: z.int().nonnegative(),
    fault: z.strictObject({ command: z.string(), where: z.string() }),
  }),
  z.strictObject({ event: VaultEvent }),
])
export type FromVaultPort = z.infer<typeof FromVaultPort>
