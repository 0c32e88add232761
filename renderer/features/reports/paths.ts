import { type JointSubject } from '#shared/reports/joint-report.ts'
import { wholeYear } from '#shared/reports/reported-time.ts'
import { periodKey, ReportPeriod } from '#shared/statistics/report-period.ts'

/** Where the screens of this area live, and where what a report lacks can be mended. */
export const paths = {
  all: '/rapportages',
  year: (year: number) => `/rapportages/jaar/${year}`,
  report: (organisationId: string, period: ReportPeriod) =>
    `/rapportages/${organisationId}/${periodInPath(period)}`,
  reportOfYear: (organisationId: string, year: number) => paths.report(organisationId, wholeYear(year)),
  joint: (subject: JointSubject, period: ReportPeriod) =>
    `/rapportages/${subject.kind === 'group' ? `concern/${subject.groupId}` : 'hele-praktijk'}/${periodInPath(period)}`,
  ledger: '/rapportages/uitgegeven',
  organisations: '/organisaties',
  contract: (organisationId: string) => `/organisaties/${organisationId}/contract`,
} as const

/** '2025', '2025-1', '2023-tot-2025'. */
function periodInPath(period: ReportPeriod): string {
  return periodKey(period).replace('..', '-tot-')
}

/** The period that a path names, or null when it names none. */
export function periodFromPath(text: string): ReportPeriod | null {
  const [, year, half, to] = /^(\d{4})(?:-([12])|-tot-(\d{4}))?$/.exec(text) ?? []
  const parsed = ReportPeriod.safeParse(
    to === undefined
      ? { year: Number(year), half: half === undefined ? null : half === '1' ? 'first-half' : 'second-half' }
      : { from: Number(year), to: Number(to) },
  )
  return parsed.success ? parsed.data : null
}
