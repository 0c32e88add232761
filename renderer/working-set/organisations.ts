import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { useMemo } from 'react'
import { useRows } from './rows.ts'

/** All organisations by name; empty while they are being read. */
export function useOrganisations(): Organisation[] {
  const rows = useRows('organisations')
  return useMemo(() => [...(rows ?? [])].sort((a, b) => dutchOrder(a.name, b.name)), [rows])
}

/** The name of each organisation by its id. */
export function useOrganisationNames(): ReadonlyMap<string, string> {
  const rows = useRows('organisations')
  return useMemo(() => new Map((rows ?? []).map(({ id, name }) => [id, name])), [rows])
}
