import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { organisationsText, organisationText as text } from '../../locale/organisations.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRow, useRowsOf } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { ContractSection } from './contract-section.tsx'
import { DetailsSection } from './details-section.tsx'
import { LocationsSection } from './locations-section.tsx'
import { paths } from './paths.ts'
import { removeWithUndo } from './remove-with-undo.ts'
import { WithOrganisation } from './with-organisation.tsx'

function OrganisationOverview({ organisation }: { organisation: Organisation }) {
  const { id, name, groupId } = organisation
  const [isAsking, setAsking] = useState(false)
  const [, navigate] = useLocation()
  const today = useToday()
  const group = useRow('groups', groupId ?? '')
  const engagements = useRowsOf('engagements', id)
  const locations = useRowsOf('locations', id)
  if (group === undefined || engagements === undefined || locations === undefined) return null
  return (
    <Page title={name} lead={<TextLink to={paths.all}>{organisationsText.back}</TextLink>}>
      <ContractSection organisation={organisation} engagement={engagements[0] ?? null} />
      <DetailsSection organisation={organisation} group={group} />
      <LocationsSection organisationId={id} locations={locations} today={today} />
      <div>
        <Button
          variant="plain"
          onPress={() => {
            setAsking(true)
          }}
        >
          {text.remove}
        </Button>
      </div>
      <ConfirmDialog
        title={text.remove}
        action={text.remove}
        isOpen={isAsking}
        isDangerous
        onClose={() => {
          setAsking(false)
        }}
        onConfirm={() => {
          setAsking(false)
          void removeWithUndo('organisation.remove', id, text.removed(name), () => {
            navigate(paths.all)
          })
        }}
      >
        {text.removeAsk(name)}
      </ConfirmDialog>
    </Page>
  )
}

/** One organisation: what was agreed, who it is, and its locations. */
export function OrganisationScreen({ id }: { id: string }) {
  return (
    <WithOrganisation id={id}>
      {(organisation) => <OrganisationOverview organisation={organisation} />}
    </WithOrganisation>
  )
}
