import { useState } from 'react'
import { appText } from '../locale/app.ts'
import { useVaultState } from '../working-set/vault-state.ts'

/** A quiet word once something was saved since the vault was opened. */
export function SavedWord() {
  const state = useVaultState()
  const [atOpening] = useState(state?.stateNumber)
  const isChanged = state !== null && state.lastChangeAt !== null && state.stateNumber !== atOpening
  return (
    <span className="shell-saved number" role="status">
      {isChanged && state.lastChangeAt !== null ? appText.saved(new Date(state.lastChangeAt)) : ''}
    </span>
  )
}
