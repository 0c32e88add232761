import { yearOf } from '#shared/calendar/calendar-date.ts'
import { lastYearOf } from '#shared/reports/reported-time.ts'
import { type ReportPeriod } from '#shared/statistics/report-period.ts'
import { periodChoiceText } from '../../locale/report-draft.ts'
import { reportText as text } from '../../locale/reports.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { useToday } from '../../working-set/today.ts'

const YEARS_BACK = 5

type Stretch = 'year' | 'first-half' | 'second-half' | 'two-years' | 'three-years'
const STRETCHES: readonly Stretch[] = ['year', 'first-half', 'second-half', 'two-years', 'three-years']

type Props = {
  period: ReportPeriod
  /** Of a whole year and nothing else. */
  onlyYears?: boolean
  onChange: (period: ReportPeriod) => void
}

/** Which period a report is about. */
export function PeriodFields({ period, onlyYears = false, onChange }: Props) {
  const thisYear = yearOf(useToday())
  const year = lastYearOf(period)
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => thisYear - back)
  const offered = years.includes(year) ? years : [...years, year]
  const stretch = stretchOf(period)
  return (
    <>
      <SelectField
        label={text.year}
        width="short"
        value={String(year)}
        choices={offered.map((each) => ({ value: String(each), label: String(each) }))}
        onChange={(chosen) => {
          if (chosen !== null) onChange(periodOf(stretch, Number(chosen)))
        }}
      />
      {!onlyYears && (
        <SelectField
          label={periodChoiceText.label}
          value={stretch}
          choices={STRETCHES.map((each) => ({ value: each, label: periodChoiceText[each](year) }))}
          onChange={(chosen) => {
            if (chosen !== null) onChange(periodOf(chosen, year))
          }}
        />
      )}
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
