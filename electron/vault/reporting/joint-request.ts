import { overlap } from '#shared/calendar/period.ts'
import { type CountedMelder } from '#shared/casework/melders.ts'
import { type VaultRefusal } from '#shared/contracts/refusal-slugs.ts'
import { type VaultAnswer } from '#shared/contracts/vault.ts'
import { dutchOrder } from '#shared/kernel/dutch-order.ts'
import { type Id } from '#shared/kernel/id.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { type Engagement } from '#shared/organisations/engagement.ts'
import { type Organisation } from '#shared/organisations/organisation.ts'
import { coarsenedTo } from '#shared/reports/contribution.ts'
import { type JointReport, jointKey, type JointSubject } from '#shared/reports/joint-report.ts'
import { type ReportChoices, USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { daysOf } from '#shared/reports/reported-time.ts'
import { neededMelders } from '#shared/statistics/earlier-figures.ts'
import { Preset, Threshold } from '#shared/statistics/presets.ts'
import { protectBenchmark } from '#shared/statistics/protect-benchmark.ts'
import { protectGroup } from '#shared/statistics/protect-group.ts'
import { type ReportPeriod, yearsOf } from '#shared/statistics/report-period.ts'
import { type GateRun } from '#shared/statistics/search-limits.ts'
import { put } from '../caseload.ts'
import { type CaseloadRecord } from '../caseload-kinds.ts'
import { type Unlocked } from '../unlocked.ts'
import { isCountedTogether } from './kept-contributions.ts'
import { advisorFacts, locationsWithin, namedLocations } from './draft-report.ts'
import { byLocation } from './counted-locations.ts'
import { everybody } from './gate-request.ts'
import { figuresInTodaysTerms } from './kept-ledger.ts'
import { keptRows } from './remainders.ts'
import { useShownBy } from './use-shown.ts'
import { whyRefused } from './why-refused.ts'

export type JointOf = { subject: JointSubject; period: ReportPeriod }
type Preview = VaultAnswer<'jointReport.preview'>

/** Name of the record of a joint report. */
export function jointId({ subject, period }: JointOf): string {
  return `joint-${jointKey(subject, period)}`
}

/** Its choices and, once settled, the report itself; made, with its id, the first time it is asked for. */
export async function jointOf(
  vault: Unlocked,
  { subject, period }: JointOf,
): Promise<CaseloadRecord<'joint-report'>> {
  const id = jointId({ subject, period })
  const kept = vault.caseload.get('joint-report', id)
  if (kept !== undefined) return kept
  const fresh = {
    id,
    subject,
    period,
    reportId: vault.newId(),
    choices: USUAL_CHOICES,
    among: [],
    settled: null,
  }
  await vault.writeOutsideUndo([put('joint-report', fresh)])
  return fresh
}

type Entity = { organisation: Organisation; engagement: Engagement }

/** The organisations that it counts: under contract in the period, and of the group where it is a group's. */
function entitiesOf(vault: Unlocked, { subject, period }: JointOf): Entity[] {
  const days = daysOf(period)
  return vault.caseload
    .all('organisation')
    .filter((one) => subject.kind === 'caseload' || one.groupId === subject.groupId)
    .flatMap((organisation) => {
      const engagement = vault.caseload
        .all('engagement')
        .find((one) => one.organisationId === organisation.id)
      const isUnderContract =
        engagement !== undefined &&
        overlap(days, { from: engagement.startsOn, to: engagement.endsOn }) !== null
      return isUnderContract ? [{ organisation, engagement }] : []
    })
    .sort((a, b) => dutchOrder(a.organisation.name, b.organisation.name))
}

/** As careful as the most careful of them. */
function strictest(entities: readonly Entity[]) {
  const most = <Value>(order: readonly Value[], own: (engagement: Engagement) => Value): Value | undefined =>
    order.findLast((value) => entities.some(({ engagement }) => own(engagement) === value))
  const threshold = Math.max(...entities.map(({ engagement }) => engagement.threshold))
  return {
    preset: most(Preset.options, ({ preset }) => preset) ?? 'strict',
    threshold: Threshold.parse(threshold),
    reason: entities.map(({ engagement }) => engagement.thresholdReason).find((one) => one !== '') ?? '',
  }
}

/**
 * The tables that its choices ask for, no finer than what is still known of everybody in it; and `all`, everybody of the
 * years and organisations that it needs, as those tables count them.
 */
export function jointTables(
  vault: Unlocked,
  { subject, period }: JointOf,
  among: readonly Id[],
  choices: ReportChoices,
  all: readonly CountedMelder[],
): ReturnType<typeof askedOfGate> & { melders: CountedMelder[] } {
  const rows = among.flatMap((organisationId) => keptRows(vault, { organisationId, period }))
  const { locations, melders } = byLocation(
    { organisations: among, period },
    vault.caseload.all('location'),
    all,
    figuresInTodaysTerms(vault),
    rows,
  )
  const asked = askedOfGate(choices, period, locations)
  const dimensions = coarsenedTo(
    asked.dimensions.filter(({ name }) => subject.kind === 'group' || name !== 'location'),
    rows,
  )
  return { ...asked, dimensions, melders }
}

export type AskedJoint = {
  /** All organisations in it. */
  among: Id[]
  ask: (run: GateRun) => Promise<Preview | VaultRefusal>
}

/** Everything of a joint report as it stands now; nothing is read from the vault after this. */
export async function askedJoint(vault: Unlocked, of: JointOf): Promise<AskedJoint | VaultRefusal> {
  const { subject, period } = of
  const group = subject.kind === 'group' ? vault.caseload.get('group', subject.groupId) : undefined
  if (subject.kind === 'group' && group === undefined) return refuse('not-found', 'groupId')
  if (subject.kind === 'caseload' && !('year' in period && period.half === null))
    return refuse('invalid-input', 'period')
  const all = entitiesOf(vault, of)
  if (all.length === 0) return refuse('engagement-missing')
  const entities = all.filter(({ organisation }) => !isCountedTogether(vault, organisation.id, period))
  // A comparison can do without an organisation; a group that lacks an entity would be another group.
  if (subject.kind === 'group' && entities.length < all.length) return refuse('contribution-in-the-way')
  if (entities.length === 0) return refuse('too-few-organisations')
  const among = entities.map(({ organisation }) => organisation.id)
  const { reportId, choices } = await jointOf(vault, of)
  const ledger = figuresInTodaysTerms(vault)
  const needed = among.map((organisationId) => neededMelders(ledger, { organisationId, period }))
  const organisations = [...new Set([...among, ...needed.flatMap((one) => one.organisations)])]
  const years = [...new Set([...yearsOf(period), ...needed.flatMap((one) => one.years)])]
  const { dimensions, crossTables, melders } = jointTables(
    vault,
    of,
    among,
    choices,
    everybody(vault, organisations, years),
  )
  const settings = strictest(entities)
  const common = { reportId, melders, dimensions, ledger, secret: vault.caseload.disclosureSecret(reportId) }
  const use = useShownBy(vault, organisations, years, melders)
  const facts: Omit<JointReport, 'figures'> = {
    id: reportId,
    subject,
    period,
    status: 'draft',
    settledOn: null,
    group:
      group === undefined
        ? null
        : {
            name: group.name,
            entities: entities.map(({ organisation: { id, name, kvkNumber } }) => ({
              organisationId: id,
              name,
              kvkNumber: kvkNumber ?? '',
              locationCount: locationsWithin(vault, id, daysOf(period)).length,
            })),
          },
    locations: group === undefined ? [] : among.flatMap((id) => namedLocations(vault, id)),
    advisor: advisorFacts(vault),
  }
  return {
    among,
    ask: async (run) => {
      const released =
        subject.kind === 'group'
          ? await protectGroup(
              {
                ...common,
                groupId: subject.groupId,
                entities: entities.map(({ organisation, engagement }) => ({
                  organisationId: organisation.id,
                  settings: {
                    preset: engagement.preset,
                    threshold: engagement.threshold,
                    reason: engagement.thresholdReason,
                  },
                })),
                period,
                settings,
                crossTables,
                use,
              },
              run,
            )
          : await protectBenchmark(
              { ...common, year: yearsOf(period)[0] ?? 0, organisations: among, settings, use },
              run,
            )
      if ('refused' in released)
        return whyRefused(released, { organisations: among, period, melders, dimensions, ledger, use })
      const { report: figures, explanations, fallShort } = released
      return {
        report: { ...facts, figures },
        choices,
        explanations,
        fallShort,
        leftOut: all.length - entities.length,
      }
    },
  }
}
