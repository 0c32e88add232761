import { TOTAL } from '../ledger.ts'
import { categoriesOf, type ReportDimension } from '../report-dimension.ts'
import { halvesOf, type HalfYear, type ReportPeriod } from '../report-period.ts'
import { isTime, narrowedHalves, type CountedSet, type FoundFigures } from './counted-set.ts'

/** One organisation in one half-year, and from which edition of its reports on these people were counted. */
type Place = { among: string; half: HalfYear; entered: number }

/** Dimensions that figures cross, with all their combinations in every place. */
type Block = { dimensions: readonly ReportDimension[]; combinations: string[][]; offset: number }

/** Name of the only organisation where figures name none. */
const ONLY = ''

/** More people than any figure counts. */
const MANY = 10_000

/**
 * The atoms that figures count, written anew and not taken from the gate. Dimensions that some figure crosses share a
 * block of combinations; every block counts everybody of a place, and so does the first one, which has no dimensions.
 * That they count the same people is said with a helper for each place: block + helper = a number that is large enough.
 */
export class CountedAtoms {
  readonly size: number
  readonly #places: Place[]
  readonly #blocks: Block[]
  readonly #dimensions: readonly ReportDimension[]
  readonly #onlyOf: NonNullable<FoundFigures['onlyOf']>

  constructor(found: FoundFigures) {
    const named = [
      ...found.figures.map(({ period }) => period),
      ...(found.use ?? []).map(({ period }) => period),
    ]
    const halves = [...new Set(named.flatMap(halvesNamed))].sort()
    const editions = [...new Set([0, ...found.figures.map(({ edition = 0 }) => edition)])].sort(
      (a, b) => a - b,
    )
    const organisations = [...new Set(found.figures.flatMap(({ among }) => among ?? [ONLY]))]
    this.#places = organisations.flatMap((among) =>
      halves.flatMap((half) => editions.map((entered) => ({ among, half, entered }))),
    )
    this.#dimensions = found.dimensions.filter(
      ({ name }) =>
        !isTime(name) &&
        found.figures.some(({ dimension, crossing }) => dimension === name || crossing?.dimension === name),
    )
    this.#onlyOf = found.onlyOf ?? []
    let offset = 0
    this.#blocks = [[], ...this.#connected(found)].map((dimensions) => {
      const combinations = dimensions.reduce<string[][]>(
        (made, dimension) =>
          made.flatMap((known) => categoriesOf(dimension).map((category) => [...known, category])),
        [[]],
      )
      const block = { dimensions, combinations, offset }
      offset += combinations.length * this.#places.length
      return block
    })
    this.size = offset + this.#places.length
  }

  /** The atoms of what a figure counts; throws when it names a dimension that nobody declared. */
  members({ period, dimension, categories, crossing, among, edition }: CountedSet): number[] {
    let halves: HalfYear[] = halvesOf(period)
    const wanted = new Map<string, readonly string[]>()
    for (const one of [{ dimension, categories }, ...(crossing ? [crossing] : [])]) {
      halves = narrowedHalves(halves, one.dimension, one.categories)
      if (one.dimension !== TOTAL && !isTime(one.dimension)) wanted.set(one.dimension, one.categories)
    }
    const block = this.#blocks.find(({ dimensions }) =>
      [...wanted.keys()].every((name) => dimensions.some((other) => other.name === name)),
    )
    if (!block) throw new Error(`${[...wanted.keys()].join()}: no such dimension`)
    return this.#places.flatMap((place, at) =>
      halves.includes(place.half) &&
      (among ?? [ONLY]).includes(place.among) &&
      place.entered <= (edition ?? Infinity)
        ? block.combinations.flatMap((combination, index) =>
            block.dimensions.every(
              ({ name }, position) => wanted.get(name)?.includes(combination[position] ?? '') ?? true,
            )
              ? [block.offset + at * block.combinations.length + index]
              : [],
          )
        : [],
    )
  }

  /** Everybody of a half-year, or of some organisations in it. */
  everybody(half: HalfYear, among?: readonly string[]): number[] {
    return this.#places.flatMap((place, at) =>
      place.half === half && (among ?? [place.among]).includes(place.among) ? [at] : [],
    )
  }

  /** True when some figure counts by it. */
  has(dimension: string): boolean {
    return this.#dimensions.some(({ name }) => name === dimension)
  }

  /** Each block counts the same people in each place. */
  links(): { members: number[]; value: number }[] {
    return this.#places.flatMap((_, at) =>
      this.#blocks.map(({ combinations, offset }) => ({
        members: [
          ...combinations.map((_, index) => offset + at * combinations.length + index),
          this.#helper(at),
        ],
        value: MANY,
      })),
    )
  }

  helpers(): number[] {
    return this.#places.map((_, at) => this.#helper(at))
  }

  /** Categories that did not exist in a half-year, or that another organisation has. */
  structural(): number[] {
    return this.#blocks.flatMap(({ dimensions, combinations, offset }) =>
      this.#places.flatMap(({ half, among }, at) =>
        combinations.flatMap((combination, index) =>
          dimensions.some(
            ({ name, absent = [] }, position) =>
              absent.some(
                ({ category, halves }) => category === combination[position] && halves.includes(half),
              ) ||
              this.#onlyOf.some(
                (only) =>
                  only.dimension === name &&
                  only.category === combination[position] &&
                  !only.among.includes(among),
              ),
          )
            ? [offset + at * combinations.length + index]
            : [],
        ),
      ),
    )
  }

  /** The cells in which somebody can know herself to be: one atom each. */
  ownCells(): { counted: CountedSet; atom: number }[] {
    return this.#blocks.flatMap(({ dimensions, combinations, offset }) =>
      this.#places.flatMap(({ among, half, entered }, at) =>
        combinations.flatMap((combination, index) => {
          const [first, second, ...more] = dimensions
          // Of three crossed dimensions no name is made; two of them tell enough for a sentence.
          if (!first || more.length > 0) return []
          const { period, ...place } = placeOf({ among, half, entered })
          const counted: CountedSet = {
            period,
            dimension: first.name,
            categories: combination.slice(0, 1),
            ...(second && { crossing: { dimension: second.name, categories: combination.slice(1, 2) } }),
            ...place,
          }
          return [{ counted, atom: offset + at * combinations.length + index }]
        }),
      ),
    )
  }

  /** The half-years of an organisation in which somebody can know herself to be. */
  ownPlaces(): { counted: CountedSet; atom: number }[] {
    return this.#places.map(({ among, half, entered }, atom) => ({
      counted: { ...placeOf({ among, half, entered }), dimension: TOTAL, categories: [] },
      atom,
    }))
  }

  #helper(at: number): number {
    return this.size - this.#places.length + at
  }

  /** Dimensions joined by the figures that cross them. */
  #connected({ figures }: FoundFigures): ReportDimension[][] {
    let made = this.#dimensions.map((dimension) => [dimension])
    for (const { dimension, crossing } of figures) {
      if (!crossing) continue
      const names = [dimension, crossing.dimension]
      const joined = made.filter((block) => block.some(({ name }) => names.includes(name)))
      if (joined.length > 1) made = [...made.filter((block) => !joined.includes(block)), joined.flat()]
    }
    return made
  }
}

/** A place as sets name it. */
function placeOf({ among, half, entered }: Place): Pick<CountedSet, 'period' | 'among' | 'edition'> {
  return {
    period: {
      year: Number(half.slice(0, 4)),
      half: half.endsWith('-1') ? 'first-half' : 'second-half',
    },
    ...(among === ONLY ? {} : { among: [among] }),
    ...(entered === 0 ? {} : { edition: entered }),
  }
}

function halvesNamed(period: ReportPeriod | HalfYear): HalfYear[] {
  return typeof period === 'string' ? [period] : halvesOf(period)
}
