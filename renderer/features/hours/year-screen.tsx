import { useLocation } from 'wouter'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { hoursText as text } from '../../locale/hours.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRows } from '../../working-set/rows.ts'
import { useToday } from '../../working-set/today.ts'
import { ActivitiesSection } from './activities-section.tsx'
import { OverviewSection } from './overview-section.tsx'
import { paths } from './paths.ts'

/** The hours of one year: what each organisation used, and what was done besides cases. */
export function YearScreen({ year }: { year: number }) {
  const [, navigate] = useLocation()
  const thisYear = yearOf(useToday())
  const organisations = useRows('organisations')
  const activities = useRows('activities')
  if (organisations === undefined || activities === undefined) return null
  return (
    <Page
      title={text.titleOf(year)}
      lead={
        <>
          <TextLink to={paths.year(year - 1)}>{text.goToYear(year - 1)}</TextLink>
          {year < thisYear && (
            <>
              {text.between}
              <TextLink to={paths.year(year + 1)}>{text.goToYear(year + 1)}</TextLink>
            </>
          )}
        </>
      }
      actions={
        <Button
          variant="primary"
          onPress={() => {
            navigate(paths.newActivity)
          }}
        >
          {text.add}
        </Button>
      }
    >
      <OverviewSection year={year} organisations={organisations} activities={activities} />
      <ActivitiesSection year={year} organisations={organisations} activities={activities} />
    </Page>
  )
}
