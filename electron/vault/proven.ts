import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type TypedSecret } from '#shared/contracts/security-commands.ts'
import { type Beside } from './reporting/computations.ts'
import { type Unlocked } from './unlocked.ts'

/**
 * What is done in a turn of its own once a typed secret proved to open this vault, or why it does not. A key out of words
 * takes seconds, for which no command waits.
 */
export function proven<Answer>(
  vault: Unlocked,
  secret: TypedSecret,
  then: () => Promise<Answer | VaultRefusal>,
): Beside<Answer | VaultRefusal> {
  return vault.errands.run(async () => {
    const wrong = await vault.safekeeping.prove(secret)
    vault.errands.signal.throwIfAborted()
    return wrong ?? vault.inTurn(then)
  })
}
