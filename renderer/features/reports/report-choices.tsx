import { useLocation } from 'wouter'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { reportText as text } from '../../locale/reports.ts'
import { Row } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useToday } from '../../working-set/today.ts'
import { paths } from './paths.ts'

const YEARS_BACK = 5

/** Which report this is, and the way to another. */
export function ReportChoices({ organisationId, year }: { organisationId: string; year: number }) {
  const [, navigate] = useLocation()
  const organisations = useOrganisations()
  const thisYear = yearOf(useToday())
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back)
  const offered = years.includes(year) ? years : [...years, year]
  return (
    <Row>
      <SelectField
        label={text.organisation}
        value={organisationId}
        choices={organisations.map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={(id) => {
          if (id !== null) navigate(paths.report(id, year))
        }}
      />
      <SelectField
        label={text.year}
        width="short"
        value={String(year)}
        choices={offered.map((each) => ({ value: String(each), label: String(each) }))}
        onChange={(chosen) => {
          if (chosen !== null) navigate(paths.report(organisationId, Number(chosen)))
        }}
      />
    </Row>
  )
}
