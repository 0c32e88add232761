import { NO_LOCATION } from '#shared/casework/melders.ts'
import { Id } from '#shared/kernel/id.ts'
import { SettledJointReport } from '#shared/reports/joint-report.ts'
import { type ReportChoices, USUAL_CHOICES } from '#shared/reports/report-choices.ts'
import { askedOfGate } from '#shared/reports/report-dimensions.ts'
import { type Preset } from '#shared/statistics/presets.ts'
import { protectBenchmark } from '#shared/statistics/protect-benchmark.ts'
import { protectGroup } from '#shared/statistics/protect-group.ts'
import { sampleReport } from './sample-report.ts'

const id = (number: number): Id => Id.parse(String(number).padStart(26, '0'))
const period = { year: 2026, half: null }
const places = [
  { id: id(71), name: 'Zandkasteel', place: 'Nergenshuizen', lrkNumber: '000000012' },
  { id: id(72), name: 'Luchtbel', place: 'Schijndorp', lrkNumber: '000000024' },
]

/** Nothing but where people work or bring their children. */
export const BY_LOCATION: ReportChoices = {
  dimensions: [{ dimension: 'location', from: 'locations' }],
  crossTables: [],
}

const pick = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

/** A location is of one organisation: they take turns. */
const ownerOf = (place: number, organisations: number): number => place % organisations

function ownPlaces(organisation: number, organisations: number): string[] {
  return places.flatMap((one, index) => (ownerOf(index, organisations) === organisation ? [one.id] : []))
}

/** So many fictional melders of each organisation, the first of which has id 1. */
function meldersOf(counts: readonly number[]) {
  return counts.flatMap((count, organisation) =>
    Array.from({ length: count }, (_, index) => ({
      organisationId: id(organisation + 1),
      accusedLink: null,
      subject: pick(['workload', 'bullying', 'aggression', 'with-manager'], index),
      role: pick(['professional', 'professional', 'parent'], index),
      rung: pick(['support', 'information-and-advice', 'conciliation'], index),
      outcome: pick(['resolved', 'open', 'listening-sufficed', 'passed-on'], index),
      location: pick([...ownPlaces(organisation, counts.length), NO_LOCATION], index),
      time: pick(['2026-1', '2026-2'], index),
    })),
  )
}

const common = (counts: readonly number[]) => ({
  reportId: id(91),
  melders: meldersOf(counts),
  ledger: [],
  secret: new Uint8Array(32).fill(7),
})

const facts = {
  id: id(91),
  period,
  status: 'settled',
  settledOn: '2027-02-15',
  advisor: sampleReport().advisor,
}

/** A settled report of a fictional group, its figures made by the gate: so many melders and which preset, by entity. */
export async function groupReport(
  entities: readonly { melders: number; preset: Preset }[],
  choices: ReportChoices = USUAL_CHOICES,
): Promise<SettledJointReport> {
  const counts = entities.map(({ melders }) => melders)
  const answer = await protectGroup({
    ...common(counts),
    ...askedOfGate(
      choices,
      period,
      places.map((one, index) => ({
        ...one,
        organisationId: id(ownerOf(index, counts.length) + 1),
        address: { city: one.place },
      })),
    ),
    groupId: id(90),
    entities: entities.map(({ preset }, index) => ({ organisationId: id(index + 1), settings: { preset } })),
    period,
    settings: { preset: 'ordinary' },
    use: [],
  })
  if ('refused' in answer) throw new Error(`the gate refused: ${answer.refused}`)
  return SettledJointReport.parse({
    ...facts,
    subject: { kind: 'group', groupId: id(90) },
    group: {
      name: 'Verzonnen Groep',
      entities: entities.map((_, index) => ({
        organisationId: id(index + 1),
        name: `Fantasia ${'ABCDEFGH'.charAt(index)}`,
        kvkNumber: `0000000${index + 1}`,
        locationCount: 4 + index,
      })),
    },
    locations: places,
    figures: answer.report,
  })
}

/** A settled benchmark over fictional organisations with so many melders each, and those organisations. */
export async function benchmark(
  counts: readonly number[],
): Promise<{ report: SettledJointReport; among: Id[] }> {
  const among = counts.map((_, index) => id(index + 1))
  const { dimensions } = askedOfGate(USUAL_CHOICES, period, [])
  const answer = await protectBenchmark({
    ...common(counts),
    dimensions,
    year: 2026,
    organisations: among,
    settings: { threshold: 5, reason: '' },
    use: [],
  })
  if ('refused' in answer) throw new Error(`the gate refused: ${answer.refused}`)
  const report = SettledJointReport.parse({
    ...facts,
    subject: { kind: 'caseload' },
    group: null,
    figures: answer.report,
  })
  return { report, among }
}
