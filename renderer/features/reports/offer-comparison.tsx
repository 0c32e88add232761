import { type AnnualReport } from '#shared/reports/annual-report.ts'
import { type JointSubject, jointKey } from '#shared/reports/joint-report.ts'
import { jointText as text } from '../../locale/joint-reports.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { useRows } from '../../working-set/rows.ts'
import { paths } from './paths.ts'

const caseload: JointSubject = { kind: 'caseload' }

/** For an organisation that gets no breakdown of its own over a year: the way to the comparison that it can have. */
export function OfferComparison({ report: { period, figures } }: { report: AnnualReport }) {
  const joint = useRows('jointReports')
  const hasBreakdown = figures.tables.some(({ rows }) => rows.length > 1)
  if (joint === undefined || hasBreakdown || !('year' in period) || period.half !== null) return null
  const isSettled = joint.some(
    (one) => one.status === 'settled' && jointKey(one.subject, one.period) === jointKey(caseload, period),
  )
  return (
    <p className="quiet">
      {isSettled ? text.giveComparison : text.makeComparison}{' '}
      <TextLink to={paths.joint(caseload, period)}>{text.toComparison(period)}</TextLink>
    </p>
  )
}
