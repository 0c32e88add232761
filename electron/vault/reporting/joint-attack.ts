import { type FigureInFile } from '#shared/contracts/attack-commands.ts'
import { refuse } from '#shared/kernel/refusal.ts'
import { jointKey } from '#shared/reports/joint-report.ts'
import { type FoundFigure } from '#shared/statistics/attack/counted-set.ts'
import { TOTAL } from '#shared/statistics/ledger.ts'
import { type Unlocked } from '../unlocked.ts'
import { compared, distinct, type Figure, keyOf, type Released, setInFile } from './compared-files.ts'
import { everybody } from './gate-request.ts'
import { type JointOf, jointId, jointTables } from './joint-request.ts'
import { figuresInTodaysTerms } from './kept-ledger.ts'
import { type Attacked } from './play-attackers.ts'
import { placesOf, trueCounts } from './true-counts.ts'
import { useShownBy } from './use-shown.ts'

/** A figure of which it is said whom it counts. */
type FigureOf = Figure & { among: readonly string[] }

/** Name of the computation that attacks a joint report. */
export function attackOnJoint({ subject, period }: JointOf): string {
  return `attack ${jointKey(subject, period)}`
}

/**
 * A settled report of several organisations as it is attacked from its files: beside everything that was handed out about
 * any of them, and about others whom such figures count too, because what counts them together can be subtracted. All of
 * that is out: what it tells by itself is no finding. Refusal: `report-not-settled`.
 */
export function attackedJoint(
  vault: Unlocked,
  of: JointOf,
  files: { pdf: readonly FigureInFile[]; spreadsheet: readonly FigureInFile[] },
): Attacked | ReturnType<typeof refuse<'report-not-settled'>> {
  const { period } = of
  const kept = vault.caseload.get('joint-report', jointId(of))
  if (kept === undefined || kept.settled === null) return refuse('report-not-settled')
  const { among, choices, settled } = kept
  const { threshold } = settled.figures
  const named = (figures: readonly FigureInFile[]): FigureOf[] =>
    figures.map((one) => ({ ...one, among: one.among ?? among }))
  const [pdf, spreadsheet] = [named(files.pdf), named(files.spreadsheet)]
  const read = distinct([...pdf, ...spreadsheet])
  const start = [{ among, period }, ...read].flatMap((one) => placesOf(one.among, one.period))
  const { figures: handedOut, places } = tiedTo(releasedOf(vault), start)
  const ofThis = handedOut.filter(({ reportId }) => reportId === settled.id)
  const known = new Set(handedOut.map(keyOf))
  const [organisations, years] = withinPlaces(places)
  const { dimensions, melders } = jointTables(
    vault,
    of,
    among,
    choices,
    everybody(vault, organisations, years),
  )
  const { truth } = trueCounts({ melders, organisations: among, threshold, handedOut })
  const benchmarks = new Set(
    vault.caseload
      .all('joint-report')
      .flatMap(({ subject, settled: report }) =>
        subject.kind === 'caseload' && report !== null ? [report.id] : [],
      ),
  )
  const isBenchmark = benchmarks.has(settled.id)
  const found: FoundFigure[] = [
    ...read.map((one) => ({
      ...one,
      // A total that was never handed out was never agreed to be known, and that of a caseload is agreed with nobody.
      isUndeclared: !known.has(keyOf(one)) || (isBenchmark && one.among.length > 1),
    })),
    ...distinct(handedOut.filter(({ reportId }) => reportId !== settled.id)).map(
      ({ reportId, value, ...one }) => ({
        ...setInFile(one),
        value,
        isOut: true,
        isUndeclared: benchmarks.has(reportId),
      }),
    ),
  ]
  const use = useShownBy(vault, organisations, years, melders)
    .filter((told) => places.has(`${told.organisationId} ${told.period}`))
    .map(({ organisationId, ...told }) => ({ ...told, among: [organisationId] }))
  const looked = lookedInto(among, found, use)
  return {
    files: [compared('pdf', pdf, handedOut, ofThis), compared('spreadsheet', spreadsheet, handedOut, ofThis)],
    everybody: among,
    isTruthKnown: truth({ period, dimension: TOTAL, categories: [] }) !== undefined,
    hasJointFigures: false,
    program: null,
    found: {
      figures: found,
      dimensions,
      threshold,
      asked: looked.flatMap((one) =>
        dimensions.map(({ name }) => ({ period, among: [one], dimension: name })),
      ),
      use,
      onlyOf: vault.caseload
        .all('location')
        .map(({ id, organisationId }) => ({ dimension: 'location', category: id, among: [organisationId] })),
      isPlaceKnown: true,
      truth,
    },
  }
}

/**
 * The organisations of which every row by itself is nobody's to learn: those of which something was said by itself. As
 * soon as that was a range, or that somebody came, rows of all together tell something of each, and it is all of them.
 */
function lookedInto(
  among: readonly string[],
  found: readonly FoundFigure[],
  use: readonly { use: 'some' | 'none' }[],
): readonly string[] {
  const isRanged =
    found.some(({ value }) => typeof value === 'object') || use.some((one) => one.use === 'some')
  return isRanged
    ? among
    : among.filter((one) => found.some((figure) => figure.among?.length === 1 && figure.among[0] === one))
}

/** Everything that was ever handed out; what counts several organisations stands in the ledger of each, and is one. */
function releasedOf(vault: Unlocked): (FigureOf & Released)[] {
  const all = figuresInTodaysTerms(vault).map((one) => ({ ...one, among: one.among ?? [one.organisationId] }))
  return [...new Map(all.map((one) => [`${one.reportId} ${keyOf(one)}`, one])).values()]
}

/** The figures that count somebody of these places or of those that such figures count, and all these places. */
function tiedTo(
  released: readonly (FigureOf & Released)[],
  start: readonly string[],
): { figures: (FigureOf & Released)[]; places: ReadonlySet<string> } {
  const places = new Set(start)
  let figures: (FigureOf & Released)[] = []
  for (let before = -1; before < figures.length;) {
    before = figures.length
    figures = released.filter((one) => placesOf(one.among, one.period).some((place) => places.has(place)))
    for (const one of figures) placesOf(one.among, one.period).forEach((place) => places.add(place))
  }
  return { figures, places }
}

/** The organisations and the years of places. */
function withinPlaces(places: ReadonlySet<string>): [organisations: string[], years: number[]] {
  const pairs = [...places].map((place) => place.split(' '))
  return [
    [...new Set(pairs.map(([organisation = '']) => organisation))],
    [...new Set(pairs.map(([, half = '']) => Number(half.slice(0, 4))))],
  ]
}
