import { type VaultState } from '#shared/contracts/working-set-rows.ts'
import { externalValue, useExternalValue } from './external-value.ts'
import { noteSaved } from './saving.ts'

const state = externalValue<VaultState | null>(null)

/** Notes the number and moment of the vault's last change. */
export function setVaultState(next: VaultState): void {
  const before = state.get()
  if (before !== null && before.stateNumber !== next.stateNumber) noteSaved()
  state.set(next)
}

/** Number and moment of the vault's last change; `null` before it is open. */
export function useVaultState(): VaultState | null {
  return useExternalValue(state)
}

/** Number of the vault's last change; `null` before it is open. */
export function currentStateNumber(): number | null {
  return state.get()?.stateNumber ?? null
}
