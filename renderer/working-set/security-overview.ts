import { type SecurityOverview } from '#shared/contracts/security-commands.ts'
import { useEffect } from 'react'
import { ask } from './client.ts'
import { externalValue, useExternalValue } from './external-value.ts'
import { useVaultState } from './vault-state.ts'

/** While somebody types, a draft is kept twice a second: asking that often would only keep disks awake. */
const AFTER_CHANGE_MILLISECONDS = 3_000
/** How soon it is seen that a stick was put in. */
const LOOK_AGAIN_MILLISECONDS = 60_000

const overview = externalValue<SecurityOverview | null>(null)
let asked: Promise<unknown> = Promise.resolve()

/** Asks how safe the vault is now; when it resolves, whoever follows the overview has it. */
export async function refreshSecurityOverview(): Promise<SecurityOverview | null> {
  asked = asked.then(async () => {
    const answer = await ask('security.overview', {})
    if (!('refused' in answer)) overview.set(answer)
  })
  await asked
  return overview.get()
}

/** How safe the vault is; `null` before it is known. */
export function useSecurityOverview(): SecurityOverview | null {
  return useExternalValue(overview)
}

/** Keeps the overview up to date: a while after each change, and once a minute. Used once, by the frame. */
export function useFollowSecurity(): void {
  const stateNumber = useVaultState()?.stateNumber
  useEffect(() => {
    const timer = setTimeout(
      () => {
        void refreshSecurityOverview()
      },
      overview.get() === null ? 0 : AFTER_CHANGE_MILLISECONDS,
    )
    return () => {
      clearTimeout(timer)
    }
  }, [stateNumber])
  useEffect(() => {
    const timer = setInterval(() => {
      void refreshSecurityOverview()
    }, LOOK_AGAIN_MILLISECONDS)
    return () => {
      clearInterval(timer)
    }
  }, [])
}
