import { organisationText as text } from '../../locale/organisations.ts'
import { Page } from '../../ui/page.tsx'
import { useRows } from '../../working-set/rows.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { WithOrganisation } from './with-organisation.tsx'

/** A first page about an organisation: its name suffices. */
export function NewOrganisationScreen() {
  const groups = useRows('groups')
  if (groups === undefined) return null
  return (
    <Page title={text.newTitle} lead={text.intro}>
      <OrganisationForm organisation={null} groups={groups} />
    </Page>
  )
}

/** The details of an organisation that is there, to change. */
export function DetailsScreen({ id }: { id: string }) {
  const groups = useRows('groups')
  if (groups === undefined) return null
  return (
    <WithOrganisation id={id}>
      {(organisation) => (
        <Page title={text.changeDetailsTitle(organisation.name)}>
          <OrganisationForm organisation={organisation} groups={groups} />
        </Page>
      )}
    </WithOrganisation>
  )
}
