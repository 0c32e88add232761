import { useMemo } from 'react'
import { yearOf } from '#shared/calendar/calendar-date.ts'
import { type Half } from '#shared/calendar/period.ts'
import { invoicesText, runText as text } from '../../locale/invoices.ts'
import { Page } from '../../ui/page.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useToday } from '../../working-set/today.ts'
import { halfAfter, halfBefore } from './half-years.ts'
import { paths } from './paths.ts'
import { RunList } from './run-list.tsx'
import { type Run } from './use-run.ts'

/** The yearly invoices: one for each organisation, made from its contract and locations. */
export function YearlyRunScreen({ year }: { year: number }) {
  const thisYear = yearOf(useToday())
  const run = useMemo<Run>(() => ({ kind: 'yearly', year }), [year])
  return (
    <Page title={text.yearlyTitle(year)} lead={text.yearlyIntro}>
      <p>
        <TextLink to={paths.all}>{invoicesText.back}</TextLink>
        {text.between}
        <TextLink to={paths.yearly(year - 1)}>{text.goToYear(year - 1)}</TextLink>
        {year <= thisYear && (
          <>
            {text.between}
            <TextLink to={paths.yearly(year + 1)}>{text.goToYear(year + 1)}</TextLink>
          </>
        )}
      </p>
      <RunList run={run} />
    </Page>
  )
}

/** The hours of a half-year: one line for each organisation that pays them afterwards. */
export function HoursRunScreen({ year, half }: { year: number; half: Half }) {
  const run = useMemo<Run>(() => ({ kind: 'hours', year, half }), [year, half])
  const before = halfBefore({ year, half })
  const after = halfAfter({ year, half })
  return (
    <Page title={text.hoursTitle(year, half)} lead={text.hoursIntro}>
      <p>
        <TextLink to={paths.all}>{invoicesText.back}</TextLink>
        {text.between}
        <TextLink to={paths.hours(before.year, before.half)}>
          {text.goToHalf(before.year, before.half)}
        </TextLink>
        {text.between}
        <TextLink to={paths.hours(after.year, after.half)}>{text.goToHalf(after.year, after.half)}</TextLink>
      </p>
      <RunList run={run} />
    </Page>
  )
}
