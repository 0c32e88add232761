import { useEffect, useRef } from 'react'

/**
 * Forgets the location once another organisation was chosen than the form began with or had since: it lies in the
 * former one, and where the new one has no locations there is no field to clear. `forget` may be another function at
 * each drawing.
 */
export function useOnOtherOrganisation(organisationId: string | undefined, forget: () => void): void {
  const chosen = useRef(organisationId)
  useEffect(() => {
    if (chosen.current === organisationId) return
    chosen.current = organisationId
    forget()
  })
}
