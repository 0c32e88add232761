import { useMemo } from 'react'
import { overlap } from '#shared/calendar/period.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { type JointSubject } from '#shared/reports/joint-report.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { periodKey } from '#shared/statistics/report-period.ts'
import { useRows } from '../../working-set/rows.ts'
import { useOrganisations } from '../../working-set/organisations.ts'
import { type JointOf } from './use-joint-report.ts'

/** The organisations that such a report can be about, under contract or not. */
export function organisationsOf(subject: JointSubject, all: readonly Organisation[]): Organisation[] {
  return all.filter(({ groupId }) => subject.kind === 'caseload' || groupId === subject.groupId)
}

/** How many organisations under contract it counts, and of how many the own report of that period is not settled. */
export function useJointOrganisations({ subject, period }: JointOf): { counted: number; unsettled: number } {
  const organisations = useOrganisations()
  const engagements = useRows('engagements')
  const reports = useRows('reports')
  return useMemo(() => {
    const counted = organisationsOf(subject, organisations).filter(({ id }) =>
      engagements?.some(
        (one) =>
          one.organisationId === id &&
          overlap(daysOf(period), { from: one.startsOn, to: one.endsOn }) !== null,
      ),
    )
    const unsettled = counted.filter(
      ({ id }) =>
        !reports?.some(
          (one) =>
            one.organisationId === id &&
            one.status === 'settled' &&
            periodKey(one.period) === periodKey(period),
        ),
    )
    return { counted: counted.length, unsettled: unsettled.length }
  }, [subject, period, organisations, engagements, reports])
}
