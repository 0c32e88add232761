import { audit } from '#shared/statistics/audit.ts'
import type { ReportTotal } from '#shared/statistics/presets.ts'
import type { ProtectedReport } from '#shared/statistics/protected-report.ts'
import type { ReportDimension, ReportMelder } from '#shared/statistics/report-dimension.ts'
import { halvesOf } from '#shared/statistics/report-period.ts'

/** A figure as a reader understands it: of some half-years, of melders with these categories. */
export type Read = {
  halves: readonly string[]
  categories: Readonly<Record<string, readonly string[]>>
  value: number | 'hidden' | { from: number; to: number }
  /** It counts everybody of the period of its report: declared known. */
  isTotal?: true
}

/**
 * Everything that stands in a report, hidden values too. Where several organisations are looked at, one report counts
 * `organisations` of them.
 */
export function readFrom(
  { about, period, total, tables, crossTables }: ProtectedReport,
  organisations?: readonly string[],
): Read[] {
  const halves: readonly string[] = halvesOf(period)
  const of = (parts: Record<string, readonly string[]>, value: Read['value']): Read => {
    const { time, ...categories } = parts
    const who = organisations ? { organisationId: organisations } : {}
    return { halves: time ?? halves, categories: { ...who, ...categories }, value }
  }
  const said = (shown: ReportTotal): Read['value'] => {
    if (shown.shown === 'exact') return shown.value
    return shown.shown === 'band' ? { from: shown.from, to: shown.to } : { from: 0, to: shown.below - 1 }
  }
  const entities = about.kind === 'group' ? about.entities : []
  return [
    // The total of a whole caseload is out, but declared for none of its organisations.
    { ...of({}, said(total)), ...(about.kind === 'caseload' ? {} : { isTotal: true as const }) },
    ...entities.map(({ organisationId, total: shown }) => ({
      ...of({ organisationId: [organisationId] }, said(shown)),
      isTotal: true as const,
    })),
    ...tables.flatMap(({ dimension, rows }) =>
      rows.map(({ categories, value }) => of({ [dimension]: categories }, value)),
    ),
    ...crossTables.flatMap(({ dimensions: [one, other], rows, columns, values }) =>
      rows.flatMap((row, line) =>
        columns.map((column, index) =>
          of({ [one]: row, [other]: column }, values[line]?.[index] ?? 'hidden'),
        ),
      ),
    ),
  ]
}

/**
 * What somebody learns from figures about small groups, over all combinations of half-year and categories at once
 * (the gate works with separate tables). Looked at are all figures, all rows of the ladders in each of their periods,
 * what one of them leaves of another, and what all figures within one leave of it. Totals, ranges and small figures of
 * `earlier` are declared known, and what `earlier` tells by itself was out before. Empty when the guarantee holds.
 */
export async function learned(
  printed: readonly Read[],
  earlier: readonly Read[],
  melders: readonly ReportMelder[],
  dimensions: readonly ReportDimension[],
  threshold: number,
): Promise<{ id: string; min: number; max: number }[]> {
  const all = [...printed, ...earlier]
  const halves = [...new Set(all.flatMap((figure) => figure.halves))]
  const axes = dimensions
    .filter(({ name }) => name !== 'time')
    .map(({ name, ladder }) => ({ name, categories: (ladder[0] ?? []).flat() }))
  const atoms = axes.reduce<Record<string, string>[]>(
    (made, { name, categories }) =>
      made.flatMap((atom) => categories.map((category) => ({ ...atom, [name]: category }))),
    halves.map((time) => ({ time })),
  )
  const counting = ({ halves: wanted, categories }: Omit<Read, 'value'>): number[] =>
    atoms.flatMap((atom, index) =>
      wanted.includes(atom['time'] ?? '') &&
      Object.entries(categories).every(([name, list]) => list.includes(atom[name] ?? ''))
        ? [index]
        : [],
    )
  const place = (melder: ReportMelder): number =>
    atoms.findIndex((atom) => Object.entries(atom).every(([name, category]) => melder[name] === category))
  const places = melders.map(place)
  const count = (members: readonly number[]): number => places.filter((own) => members.includes(own)).length
  const declared = all.filter(
    (figure) =>
      figure.isTotal === true ||
      typeof figure.value === 'object' ||
      (earlier.includes(figure) && figure.value !== 'hidden' && figure.value < threshold),
  )
  const exact = (figures: readonly Read[]): { members: number[]; value: number }[] =>
    figures.flatMap((figure) =>
      typeof figure.value === 'number' ? [{ members: counting(figure), value: figure.value }] : [],
    )
  const bounds = declared.flatMap((figure) =>
    typeof figure.value === 'object'
      ? [{ members: counting(figure), min: figure.value.from, max: figure.value.to }]
      : [],
  )
  const reported = all.filter(({ isTotal, categories }) => isTotal || Object.keys(categories).length > 0)
  const periods = [...new Map(reported.map((figure) => [figure.halves.join(), figure.halves])).values()]
  const single = axes.find(({ name }) => name === 'organisationId')?.categories.map((one) => [one]) ?? []
  const parts = [
    ...new Map(
      [...reported.map(({ categories }) => categories['organisationId']), ...single].map((of) => [
        String(of),
        of,
      ]),
    ).values(),
  ]
  const rows = dimensions
    .filter(({ name }) => name !== 'time')
    .flatMap(({ name, ladder }) =>
      ladder.flat().flatMap((row) =>
        periods.flatMap((period) =>
          parts.map((part) =>
            counting({
              halves: period,
              categories: { ...(part ? { organisationId: part } : {}), [name]: row },
            }),
          ),
        ),
      ),
    )
  const sets = distinct([...all.map(counting), ...rows])
  const rests = sets.flatMap((outer) =>
    sets
      .filter((inner) => inner.length < outer.length && inner.every((atom) => outer.includes(atom)))
      .map((inner) => outer.filter((atom) => !inner.includes(atom))),
  )
  const figures = distinct(all.map(counting))
  const remainders = figures.map((outer) =>
    figures
      .filter((inner) => inner.length < outer.length)
      .reduce(
        (left, inner) =>
          inner.every((atom) => left.includes(atom)) ? left.filter((atom) => !inner.includes(atom)) : left,
        outer,
      ),
  )
  const targets = distinct([...sets, ...rests, ...remainders])
    .filter((members) => members.length > 0 && count(members) < threshold)
    .map((members) => ({ id: members.join(), members }))
  const before = await audit({ atoms: atoms.length, figures: exact(declared), bounds, targets })
  const out = await audit({ atoms: atoms.length, figures: exact(earlier), targets })
  const found = await audit({ atoms: atoms.length, figures: exact(all), bounds, targets })
  return found.filter(({ min, max }, index) => {
    const known = [before[index], out[index]]
    const least = Math.max(...known.map((alone) => alone?.min ?? 0))
    const most = Math.min(...known.map((alone) => alone?.max ?? Infinity))
    return min > least || max < Math.min(threshold, most)
  })
}

function distinct(sets: readonly (readonly number[])[]): number[][] {
  return [...new Map(sets.map((set) => [set.join(), [...set]])).values()]
}
