import { useState } from 'react'
import { useLocation } from 'wouter'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { lastYearOf } from '#shared/reports/reported-time.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { reportText as text } from '../../locale/reports.ts'
import { periodChoiceText } from '../../locale/report-draft.ts'
import { Notice } from '../../ui/notice.tsx'
import { Row } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useOrganisations } from '../../working-set/organisations.ts'
import { useToday } from '../../working-set/today.ts'
import { paths } from './paths.ts'

const YEARS_BACK = 5

type Stretch = 'year' | 'first-half' | 'second-half' | 'two-years' | 'three-years'
const STRETCHES: readonly Stretch[] = ['year', 'first-half', 'second-half', 'two-years', 'three-years']

type Props = {
  organisationId: string
  period: ReportPeriod
  /** Keeps what was typed last; answers whether all of it is kept. */
  beforehand?: () => Promise<boolean>
}

/** Which report this is, and the way to another; nobody is taken there as long as something typed here would be lost. */
export function ReportChoices({ organisationId, period, beforehand }: Props) {
  const [, navigate] = useLocation()
  const [isHeld, setHeld] = useState(false)
  const organisations = useOrganisations()
  const thisYear = yearOf(useToday())
  const year = lastYearOf(period)
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back)
  const offered = years.includes(year) ? years : [...years, year]
  const stretch = stretchOf(period)
  const go = async (to: ReportPeriod, organisation = organisationId) => {
    const mayGo = beforehand === undefined || (await beforehand())
    setHeld(!mayGo)
    if (mayGo) navigate(paths.report(organisation, to))
  }
  return (
    <>
      <Row>
        <SelectField
          label={text.organisation}
          value={organisationId}
          choices={organisations.map(({ id, name }) => ({ value: id as string, label: name }))}
          onChange={(id) => {
            if (id !== null) void go(period, id)
          }}
        />
        <SelectField
          label={text.year}
          width="short"
          value={String(year)}
          choices={offered.map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(chosen) => {
            if (chosen !== null) void go(periodOf(stretch, Number(chosen)))
          }}
        />
        <SelectField
          label={periodChoiceText.label}
          value={stretch}
          choices={STRETCHES.map((each) => ({ value: each, label: periodChoiceText[each](year) }))}
          onChange={(chosen) => {
            if (chosen !== null) void go(periodOf(chosen, year))
          }}
        />
      </Row>
      {isHeld && <Notice tone="danger">{text.notKept}</Notice>}
    </>
  )
}

function stretchOf(period: ReportPeriod): Stretch {
  if ('from' in period) return period.to - period.from === 1 ? 'two-years' : 'three-years'
  return period.half ?? 'year'
}

/** The stretch that ends with this year. */
function periodOf(stretch: Stretch, year: number): ReportPeriod {
  switch (stretch) {
    case 'year':
      return { year, half: null }
    case 'first-half':
    case 'second-half':
      return { year, half: stretch }
    case 'two-years':
      return { from: year - 1, to: year }
    case 'three-years':
      return { from: year - 2, to: year }
  }
}
