import type { JointReport } from '#shared/reports/joint-report.ts'
import { whyNoBreakdown } from '#shared/reports/no-breakdown.ts'
import type { ReportTotal } from '#shared/statistics/presets.ts'
import { jointWords } from '../../locale/joint-report-document.ts'
import { reportWords } from '../../locale/report-document.ts'
import { givenUpSentences } from './given-up.ts'
import type { CountedReport } from './three-years.ts'

/** The report as tables are made of it: beside no earlier years. */
export function withoutYears(report: JointReport): CountedReport {
  return { ...report, earlierYears: [] }
}

/** An entity of a group as its line says it. */
type EntityLine = { name: string; kvkNumber: string; locationCount: number; total: ReportTotal }

/** The entities of a group, each with the total that its own agreement allows; none for a whole caseload. */
export function entityLines({ group, figures: { about } }: JointReport): EntityLine[] {
  if (group === null || about.kind !== 'group') return []
  return group.entities.map(({ organisationId, name, kvkNumber, locationCount }) => {
    const counted = about.entities.find((one) => one.organisationId === organisationId)
    if (counted === undefined) throw new Error('group: an entity without a total')
    return { name, kvkNumber, locationCount, total: counted.total }
  })
}

/** What the figures come to, in a few sentences. */
export function mainSentences({ subject, period, figures: { about, total } }: JointReport): string[] {
  return [
    reportWords.totalInSentence(period, total, 1),
    ...(about.kind === 'caseload' ? [jointWords.countedOrganisations(about.organisations)] : []),
    ...(total.shown === 'exact' && total.value === 0 ? [] : [jointWords.onePersonOnce(subject.kind)]),
  ]
}

/** What was agreed, what that cost, and how it was checked. */
export function jointAccount({ subject: { kind }, figures }: JointReport): string[] {
  const isOfMany = whyNoBreakdown(figures) === 'number-not-said'
  return [
    jointWords.agreed(kind, figures.threshold),
    // That people are too few for tables would not be true of many whose number may not be said.
    ...givenUpSentences(
      figures.whatWasGivenUp.filter(({ reason }) => reason !== 'too-few-melders' || !isOfMany),
    ),
    ...(kind === 'group' && figures.whatWasGivenUp.some(({ fate }) => fate === 'left-out')
      ? [jointWords.seeEntities]
      : []),
    jointWords.proof(kind, figures.proof),
  ]
}

/** Whom it is addressed to. */
export function addresseeOf({ group }: JointReport): string {
  return group?.name ?? jointWords.everybody
}
