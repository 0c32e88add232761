import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { ask } from './client.ts'
import { noteUndone } from './undone.ts'
import { currentStateNumber } from './vault-state.ts'

/**
 * A way to take back the change that was made just now. It answers `changed-since`, and does nothing, once anything
 * else was changed: whoever presses "put back" means what she removed, not what she wrote after it.
 */
export function undoOfLastChange(): () => Promise<'undone' | 'changed-since' | VaultRefusal> {
  const made = currentStateNumber()
  return async () => {
    if (currentStateNumber() !== made) return 'changed-since'
    const answer = await ask('undo.last', {})
    if ('refused' in answer) return answer
    noteUndone()
    return 'undone'
  }
}
