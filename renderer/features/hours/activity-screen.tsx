import { activityText as text } from '../../locale/hours.ts'
import { Page } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useRow } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { ActivityForm } from './activity-form.tsx'
import { paths } from './paths.ts'

/** A new activity, of today unless another day is filled in. */
export function NewActivityScreen() {
  const organisations = useOrganisations()
  const today = useToday()
  return (
    <Page title={text.newTitle} lead={text.intro}>
      <ActivityForm activity={null} organisations={organisations} today={today} />
    </Page>
  )
}

/** An activity that is there, to change or remove. */
export function ActivityScreen({ id }: { id: string }) {
  const activity = useRow('activities', id)
  const organisations = useOrganisations()
  const today = useToday()
  if (activity === undefined) return null
  if (activity === null)
    return (
      <Page title={text.changeTitle}>
        <p>{text.gone}</p>
        <p>
          <TextLink to={paths.all}>{text.back}</TextLink>
        </p>
      </Page>
    )
  return (
    <Page title={text.changeTitle}>
      <ActivityForm activity={activity} organisations={organisations} today={today} />
    </Page>
  )
}
