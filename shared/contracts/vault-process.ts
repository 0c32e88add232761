import { z } from 'zod'

/**
 * What the main process tells the vault process. Ports travel beside a message, in its `ports`. Main brokers: it knows paths
 * and tokens, never a text of a case.
 */
export const ToVault = z.discriminatedUnion('tell', [
  /** The first message: where the vault's folder is. */
  z.strictObject({ tell: z.literal('start'), vaultDir: z.string().min(1) }),
  /** `ports[0]` leads to the page. */
  z.strictObject({ tell: z.literal('page-port') }),
  /** `ports[0]` leads to a fresh key-derivation process, made for the request of this number. */
  z.strictObject({ tell: z.literal('kdf-port'), request: z.int() }),
  /** `ports[0]` leads to a fresh process that proves a backup, made for the request of this number. */
  z.strictObject({ tell: z.literal('proof-port'), request: z.int() }),
  /** The advisor pointed at this file or folder. */
  z.strictObject({ tell: z.literal('chosen'), token: z.string(), path: z.string() }),
  /** Take no more work, finish what is under way, flush and close; then answer `drained`. */
  z.strictObject({ tell: z.literal('drain') }),
])
export type ToVault = z.infer<typeof ToVault>

/** What the vault process tells main. */
export const FromVault = z.discriminatedUnion('tell', [
  z.strictObject({ tell: z.literal('kdf-wanted'), request: z.int() }),
  z.strictObject({ tell: z.literal('proof-wanted'), request: z.int() }),
  z.strictObject({ tell: z.literal('drained') }),
])
export type FromVault = z.infer<typeof FromVault>
