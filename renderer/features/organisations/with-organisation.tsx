import { type ReactNode } from 'react'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { organisationsText } from '../../locale/organisations.ts'
import { useRow } from '../../working-set/rows.ts'
import { Gone } from './gone.tsx'

/** Draws with the organisation once it is read, and says so when there is none. */
export function WithOrganisation({
  id,
  children,
}: {
  id: string
  children: (organisation: Organisation) => ReactNode
}) {
  const organisation = useRow('organisations', id)
  if (organisation === undefined) return null
  if (organisation === null) return <Gone>{organisationsText.gone}</Gone>
  return children(organisation)
}
