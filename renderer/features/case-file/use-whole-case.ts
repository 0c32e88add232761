import { useEffect, useState } from 'react'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type WholeCase } from '#shared/contracts/vault.ts'
import { ask } from '../../working-set/client.ts'
import { useVaultState } from '../../working-set/vault-state.ts'

/**
 * A case with all that belongs to it, read again whenever the vault changed; `null` while it is read first. Who destroys
 * it reads it `once`, and has it before her until that is done.
 */
export function useWholeCase(id: string, once = false): WholeCase | VaultRefusal | null {
  const [whole, setWhole] = useState<WholeCase | VaultRefusal | null>(null)
  const stateNumber = useVaultState()?.stateNumber
  const reading = once ? null : stateNumber
  useEffect(() => {
    let isGone = false
    void ask('case.open', { id }).then((answer) => {
      if (!isGone) setWhole(answer)
    })
    return () => {
      isGone = true
    }
  }, [id, reading])
  return whole
}
