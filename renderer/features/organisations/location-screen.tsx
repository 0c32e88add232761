import { locationsText as text } from '../../locale/organisations.ts'
import { Page } from '../../ui/page.tsx'
import { useRow, useRowsOf } from '../../working-set/rows.ts'
import { Gone } from './gone.tsx'
import { LocationForm } from './location-form.tsx'
import { paths } from './paths.ts'
import { WithOrganisation } from './with-organisation.tsx'

/** A location that is added by hand. */
export function NewLocationScreen({ id }: { id: string }) {
  const engagements = useRowsOf('engagements', id)
  if (engagements === undefined) return null
  return (
    <WithOrganisation id={id}>
      {(organisation) => (
        <Page title={text.newTitle(organisation.name)}>
          <LocationForm organisation={organisation} location={null} engagement={engagements[0] ?? null} />
        </Page>
      )}
    </WithOrganisation>
  )
}

/** A location that is there, to change or remove. */
export function LocationScreen({ id, locationId }: { id: string; locationId: string }) {
  const location = useRow('locations', locationId)
  if (location === undefined) return null
  if (location === null) return <Gone to={paths.organisation(id)}>{text.gone}</Gone>
  return (
    <WithOrganisation id={id}>
      {(organisation) => (
        <Page title={text.changeTitle(location.name)}>
          <LocationForm organisation={organisation} location={location} engagement={null} />
        </Page>
      )}
    </WithOrganisation>
  )
}
